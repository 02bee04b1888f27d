using System.Net;
using System.Text;
using System.Text.Json.Nodes;
using EntCredit.EndToEnd.Tests.Running;

namespace EntCredit.EndToEnd.Tests.Operator;

/// <summary>An item that no code knows: its entry in the catalogue is all that it needs, from check and template to upload and receipt.</summary>
public sealed class InventedItemTests(OperatorFixture fixture) : IClassFixture<OperatorFixture>
{
    private const string Item = "water-saving";

    private const string Entry = """
        {
          "code": "water-saving", "name": "节水型企业认定信息", "category": "其他涉企信息", "disclosure": "published", "source": "an invented item",
          "clocks": ["T1", "T2"], "owedBy": ["水利局"], "frequency": "yearly",
          "layouts": [{ "code": "water-saving", "name": "节水型企业", "source": "an invented layout" }],
          "fields": [
            { "code": "JS_MC", "name": "节水企业名称", "maxLength": 200, "requirement": "required", "role": "subjectName", "sample": "界首示例商贸有限公司" },
            { "code": "JS_DM", "name": "统一社会信用代码", "type": "creditCode", "maxLength": 64, "requirement": "requiredInGroup", "group": "subject", "role": "creditCode", "sample": "91349999MA2N0001XN" },
            { "code": "JS_WH", "name": "认定文号", "aliases": ["节水文号"], "maxLength": 64, "requirement": "required", "role": "documentNumber", "sample": "界水节〔2020〕1号" },
            { "code": "JS_RQ", "name": "认定日期", "type": "date", "requirement": "required", "role": "decidedOn", "sample": "2020-06-30" },
            { "code": "JS_JB", "name": "节水级别", "type": "code", "codeList": "waterGrade", "requirement": "required", "sample": "一级" },
            { "code": "JS_YJ", "name": "奖励金额(万元)", "type": "amount", "maxLength": 64, "sample": "0.5" }
          ]
        }
        """;

    // The third row has a grade that the invented list does not know, the fourth a code with O for 0.
    private const string File = "节水企业名称,统一社会信用代码,节水文号,认定日期,节水级别,奖励金额\n"
        + "界首样青公司,91349999MA2N0001XN,界水节〔2020〕1号,2020年6月30日,1,5000元\n"
        + "界首样青公司,91349999MA2N0001XN,界水节〔2020〕2号,2020/6/30,九级,\n"
        + "界首样青公司,91349999MA2NOOO1XN,界水节〔2020〕3号,2020/6/30,二级,\n";

    private readonly OperatorTown town = fixture.Town;

    [Fact]
    public async Task Item_ThatIsOnlyAnEntryOfTheCatalogue_IsCheckedTakenAndAnswered()
    {
        var catalogue = fixture.FileOf("with-water.json", With(Entry));
        var file = fixture.FileOf("water.csv", File);

        var (exit, said, _) = await Tool.RunAsync(null, "check", file, "--item", Item, "--catalogue", catalogue, "--format", "json");
        var check = JsonNode.Parse(said)!;
        Assert.Equal((1, 3, 1, 2), (exit, (int)check["rows"]!, (int)check["accepted"]!, (int)check["refused"]!));
        Assert.Equal(
            [(3, "节水级别", "九级", "EC2402"), (4, "统一社会信用代码", "91349999MA2NOOO1XN", "EC2102")],
            check["errors"]!.AsArray().Where(one => (string)one!["severity"]! == "error").Select(one => ((int)one!["line"]!, (string)one["column"]!, (string)one["value"]!, (string)one["code"]!)));

        Assert.Equal(0, (await Tool.RunAsync(Tool.Key, ["load", "catalogue", catalogue, .. town.Url])).Exit);
        using var template = await town.Doors.AnswerAsync(HttpMethod.Get, $"/api/v1/items/{Item}/template.xlsx", null);
        Assert.Equal(HttpStatusCode.OK, template.StatusCode);

        var batch = await town.Doors.UploadAsync($"{Doors.Housing}/{Item}/water.csv", Encoding.UTF8.GetBytes(File), "done");
        await town.Doors.SettleAsync();
        var (status, answer) = await town.Doors.SendAsync(HttpMethod.Get, $"/api/v1/batches/{batch}/receipt.json", "dev-" + Doors.Housing);
        Assert.True(status == HttpStatusCode.OK, answer.ToJsonString(Readable.Json));
        Assert.Equal(("节水型企业认定信息", 3, 1, 2), ((string)answer["itemName"]!, (int)answer["counts"]!["rows"]!, (int)answer["counts"]!["accepted"]!, (int)answer["counts"]!["refused"]!));
        Assert.Equal([3, 4], answer["refused"]!.AsArray().Select(row => (int)row!["line"]!));
    }

    private static string With(string entry)
    {
        var catalogue = JsonNode.Parse(System.IO.File.ReadAllText(Path.Combine(Repository.Root, "shared", "Domain", "Catalogue", "catalogue.json")))!;
        catalogue["version"] = (string)catalogue["version"]! + "-water";
        catalogue["codeLists"]!.AsArray().Add(JsonNode.Parse("""{ "id": "waterGrade", "closed": true, "entries": [{ "code": "1", "name": "一级" }, { "code": "2", "name": "二级" }] }"""));
        catalogue["items"]!.AsArray().Add(JsonNode.Parse(entry));
        return catalogue.ToJsonString(Readable.Json);
    }
}
