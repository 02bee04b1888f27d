using System.Net;
using EntCredit.EndToEnd.Tests.Running;

namespace EntCredit.EndToEnd.Tests;

/// <summary>The catalogue as anybody reads it.</summary>
[Collection(TownCollection.Name)]
public sealed class ItemTests(TownFixture fixture)
{
    private readonly Doors doors = fixture.Doors;

    [Fact]
    public async Task Items_WithoutAKey_AreListedEachWithItsTemplate()
    {
        var (_, list) = await doors.CallAsync(HttpMethod.Get, "/api/v1/items", null);

        var codes = list!["items"]!.AsArray().Select(item => (string)item!["code"]!).ToList();
        foreach (var code in new[] { "register", "permit", "penalty" }) Assert.Contains(code, codes);
        foreach (var item in list["items"]!.AsArray())
        {
            var (answer, _) = await doors.CallAsync(HttpMethod.Get, (string)item!["template"]!, null);
            Assert.Equal("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", answer.Content.Headers.ContentType?.MediaType);
            Assert.Equal("PK"u8.ToArray(), (await answer.Content.ReadAsByteArrayAsync(TestContext.Current.CancellationToken))[..2]);
        }
    }

    [Theory]
    [InlineData(null, "", null)]
    [InlineData("dev-jieshou-housing", "", "jieshou")]
    [InlineData(null, "?jurisdiction=xinhui", "xinhui")]
    public async Task Item_ItsClocks_AreTheCallersOrTheOnesNamed(string? key, string query, string? jurisdiction)
    {
        var (_, item) = await doors.CallAsync(HttpMethod.Get, "/api/v1/items/permit" + query, key);

        Assert.Equal(jurisdiction, (string?)item!["jurisdiction"]);
        Assert.Contains(item["fields"]!.AsArray(), field => ((string?)field!["code"], (string?)field["requirement"]) == ("XK_WSH", "required"));
        Assert.Contains(item["fields"]!.AsArray(), field => field!["values"] is { } values && values.AsArray().Any(value => ((string?)value!["code"], (string?)value["name"]) == ("01", "普通")));
        if (jurisdiction is null) Assert.Null(item["clocks"]);
        else Assert.NotEmpty(item["clocks"]!.AsArray());
    }

    [Theory]
    [InlineData("/api/v1/items/nothing", HttpStatusCode.NotFound, "EC3016")]
    [InlineData("/api/v1/items/nothing/template.xlsx", HttpStatusCode.NotFound, "EC3016")]
    [InlineData("/api/v1/items/permit/template.xlsx?layout=1999", HttpStatusCode.BadRequest, "EC1005")]
    [InlineData("/api/v1/items/permit?jurisdiction=nowhere", HttpStatusCode.BadRequest, "EC1005")]
    public async Task Item_ThatIsNotThere_IsRefusedWithItsCode(string path, HttpStatusCode status, string code)
    {
        var (answer, problem) = await doors.CallAsync(HttpMethod.Get, path, null);

        Assert.Equal((status, code), (answer.StatusCode, (string?)problem!["code"]));
    }
}
