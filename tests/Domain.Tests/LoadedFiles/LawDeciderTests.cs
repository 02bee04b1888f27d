using System.Text.Json.Nodes;
using EntCredit.Domain.LoadedFiles;
using EntCredit.Domain.Settings;

namespace EntCredit.Domain.Tests.LoadedFiles;

/// <summary>What a data file changes, and what it may not.</summary>
public sealed class LawDeciderTests
{
    private static readonly DateTimeOffset At = new(2026, 3, 2, 2, 0, 0, TimeSpan.Zero);
    private static readonly LawFiles Own = LawFiles.Own(null);

    private static string Departments => SettingsFile.Embedded("Departments/departments.json");

    [Theory]
    [InlineData(LawFileKind.Departments, "Departments/departments.json")]
    [InlineData(LawFileKind.Profile, "Jurisdictions/hunan.json")]
    [InlineData(LawFileKind.Catalogue, "Catalogue/catalogue.json")]
    public void Load_WhatIsInForce_ChangesNothing(LawFileKind kind, string name)
    {
        var change = LawDecider.Load(Own, kind, new LawFile("f.json", SettingsFile.Embedded(name)), "jieshou-scjg", At);
        Assert.Empty(change.Changes);
        Assert.Null(change.Loaded);
    }

    [Fact]
    public void Load_TheSameTwice_ChangesOnce()
    {
        var file = Edited(all => all[0]!["name"] = "界首市新局");
        var first = LawDecider.Load(Own, LawFileKind.Departments, file, "jieshou-scjg", At);
        Assert.Equal(["部门 jieshou-registrar（界首市新局）：名称由“界首市行政审批局”改为“界首市新局”"], first.Changes);
        var after = Own.After([first.Loaded!]);
        Assert.Null(LawDecider.Load(after, LawFileKind.Departments, file, "jieshou-scjg", At).Loaded);
    }

    [Fact]
    public void Load_KeysAddedAndRemoved_SaysTheirLabelsAndNoHash()
    {
        var hash = new string('a', 64);
        var old = (string)JsonNode.Parse(Departments)!["departments"]![0]!["keys"]![0]!["hash"]!;
        var change = LawDecider.Load(
            Own,
            LawFileKind.Departments,
            Edited(all => all[0]!["keys"] = JsonNode.Parse($$"""[{"hash":"{{hash}}","from":"2026-01-01","label":"新系统"}]""")),
            "jieshou-scjg",
            At);
        Assert.Equal(
            ["部门 jieshou-registrar（界首市行政审批局）：新增密钥“新系统”，2026-01-01 起", "部门 jieshou-registrar（界首市行政审批局）：删去密钥“开发用”，立即失效"],
            change.Changes);
        Assert.DoesNotContain(change.Changes, line => line.Contains(hash, StringComparison.Ordinal) || line.Contains(old, StringComparison.Ordinal));
    }

    [Fact]
    public void Load_WithoutAnyOperator_IsRefused()
    {
        var file = Edited(all =>
        {
            foreach (var department in all) department!["roles"] = new JsonArray([.. department["roles"]!.AsArray().Where(role => (string?)role != "operator").Select(role => role!.DeepClone())]);
        });
        var wrong = Assert.Throws<LawFileException>(() => LawDecider.Load(Own, LawFileKind.Departments, file, "jieshou-scjg", At));
        Assert.Contains("没有运维单位", Assert.Single(wrong.Problems), StringComparison.Ordinal);
    }

    [Fact]
    public void Load_WithoutAWholeJurisdiction_IsRefused()
    {
        var file = Edited(all =>
        {
            foreach (var department in all.Where(department => (string?)department!["jurisdiction"] == "fujian").ToList()) all.Remove(department);
        });
        var wrong = Assert.Throws<LawFileException>(() => LawDecider.Load(Own, LawFileKind.Departments, file, "jieshou-scjg", At));
        Assert.Contains("fujian", Assert.Single(wrong.Problems), StringComparison.Ordinal);
    }

    [Fact]
    public void Load_DevelopmentFileOverARealOne_IsRefused()
    {
        var real = JsonNode.Parse(Departments)!;
        real["development"] = false;
        var files = LawFiles.Own(new LawFile("real.json", real.ToJsonString()));
        var wrong = Assert.Throws<LawFileException>(() => LawDecider.Load(files, LawFileKind.Departments, new LawFile("dev.json", Departments), "jieshou-scjg", At));
        Assert.Contains("$.development", Assert.Single(wrong.Problems), StringComparison.Ordinal);
    }

    [Fact]
    public void Load_ProfileThatTakesARoleAway_IsRefusedByTheDepartmentsThatHaveIt()
    {
        var profile = JsonNode.Parse(SettingsFile.Embedded("Jurisdictions/hunan.json"))!;
        var roles = profile["participants"]!["roles"]!.AsArray();
        roles.Remove(roles.First(role => (string?)role == "operator"));
        var wrong = Assert.Throws<LawFileException>(() => LawDecider.Load(Own, LawFileKind.Profile, new LawFile("hunan.json", profile.ToJsonString()), "jieshou-scjg", At));
        Assert.Contains(wrong.Problems, problem => problem.Contains("EC5201", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData(LawFileKind.Departments)]
    [InlineData(LawFileKind.Profile)]
    [InlineData(LawFileKind.Catalogue)]
    public void Load_WhatIsNoJson_IsRefused(LawFileKind kind)
    {
        foreach (var text in new[] { "", "{", "[]", "null", "1", """{"id":5}""" })
            Assert.Throws<LawFileException>(() => LawDecider.Load(Own, kind, new LawFile("f.json", text), "jieshou-scjg", At));
    }

    private static LawFile Edited(Action<JsonArray> change)
    {
        var file = JsonNode.Parse(Departments)!;
        change(file["departments"]!.AsArray());
        return new LawFile("departments.json", file.ToJsonString());
    }
}
