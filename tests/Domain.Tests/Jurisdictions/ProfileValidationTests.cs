using EntCredit.Domain.Errors;
using EntCredit.Domain.Jurisdictions;
using EntCredit.Domain.Settings;

namespace EntCredit.Domain.Tests.Jurisdictions;

/// <summary>A profile that is wrong says where, and what is allowed.</summary>
public sealed class ProfileValidationTests
{
    public static TheoryData<string, string, string, string, string> Faults => new()
    {
        { "\"collectionScope\": \"allInformation\",", "", "EC5002", "$.collectionScope", "allInformation、publishableInformation" },
        { "\"unit\": \"dayOfMonth\"", "\"unit\": \"weeks\"", "EC5004", "$.clocks.monthlyProvision.term.unit", "workingDays、calendarDays、months、dayOfMonth" },
        { "\"count\": 12", "\"count\": 32", "EC5005", "$.clocks.monthlyProvision.term.count", "1 至 31" },
        { "\"count\": 30", "\"count\": 0", "EC5005", "$.clocks.onSiteCheck.term.count", "1 至 3660" },
        { "\"count\": 30", "\"count\": 1.5", "EC5005", "$.clocks.onSiteCheck.term.count", "整数" },
        { "\"count\": 30", "\"count\": \"30\"", "EC5003", "$.clocks.onSiteCheck.term.count", "整数" },
        { "\"sanctionReceipt\": null,", "", "EC5002", "$.clocks.sanctionReceipt", "null 表示不适用" },
        { "\"sanctionReceipt\": null,", "\"sanctionReceipt\": null, \"sanctionReciept\": null,", "EC5007", "$.clocks.sanctionReciept", "sanctionReceipt" },
        { "\"holdsFrom\": \"2019-03-01\"", "\"holdsFrom\": \"2019-02-30\"", "EC5006", "$.holdsFrom", "YYYY-MM-DD" },
        { "\"until\": \"2020-12-31\"", "\"until\": \"2018-12-31\"", "EC5012", "$.clocks.monthlyProvision.until", "2019-03-01" },
        { "\"id\": \"yunling\"", "\"id\": \"Yun Ling\"", "EC5009", "$.id", "小写字母" },
        { "\"name\": \"云岭州\"", "\"name\": \" \"", "EC5013", "$.name", "文字" },
        { "\"name\": \"云岭州\"", "\"name\": \"云岭州\", \"name\": \"云岭州\"", "EC5008", "$.name", "一次" },
        { "\"debtor\": \"approver\"", "\"debtor\": \"Approver\"", "EC5004", "$.clocks.onSiteCheck.debtor", "approver" },
        { "\"quote\": \"三十日内实地检查\"", "\"inferred\": false", "EC5014", "$.clocks.onSiteCheck.source", "inferred" },
        { "[\"manualEntry\", \"batchFile\"]", "[\"manualEntry\", \"manualEntry\"]", "EC5008", "$.channels[0].modes[1]", "一次" },
        { "[\"manualEntry\", \"batchFile\"]", "[\"fax\"]", "EC5004", "$.channels[0].modes[0]", "manualEntry、batchFile、interface" },
        { "[\"manualEntry\", \"batchFile\"]", "[]", "EC5013", "$.channels[0].modes", "manualEntry" },
        { "[\"manualEntry\", \"batchFile\"]", "[7]", "EC5003", "$.channels[0].modes[0]", "文字" },
        { "\"inWriting\": true", "\"inWriting\": \"yes\"", "EC5003", "$.correction.inWriting", "true 或 false" },
        { "\"lodgedWith\": [\"operator\"]", "\"lodgedWith\": \"operator\"", "EC5003", "$.objections.lodgedWith", "列表" },
        { "\"counting\": { \"eventDayCounted\": true, \"roll\": \"none\" }", "\"counting\": 3", "EC5003", "$.counting", "对象" },
        { "\"carriedOutBy\": \"operator\",\n    \"publicationClock\"", "\"publicationClock\"", "EC5107", "$.suspension.carriedOutBy", "marketSupervision" },
        { "\"decidedBy\": [\"provider\", \"marketSupervision\"]", "\"decidedBy\": []", "EC5107", "$.suspension.decidedBy", "provider" },
        { ", \"quote\": \"暂停期间不计入公示期限\" }", ", \"inferred\": true }", "EC5101", "$.suspension.clockSource", "continue" },
        { "\"mode\": \"monthly\"", "\"mode\": \"continuous\"", "EC5103", "$.provision.load", "二者之一" },
        { "\"name\": \"其他\", \"source\"", "\"name\": \"其他\", \"items\": [\"x\"], \"source\"", "EC5106", "$.publication", "末条" },
        { "\"name\": \"考察信息\", \"items\": [\"study-tour\"]", "\"name\": \"考察信息\"", "EC5106", "$.publication", "末条" },
        { "\"study-tour\"", "\"Study Tour\"", "EC5009", "$.publication[0].items[0]", "小写字母" },
        { "\"reminderWorkingDaysBefore\": 2", "\"reminderWorkingDaysBefore\": -1", "EC5005", "$.refusedRowCorrection.reminderWorkingDaysBefore", "0 至 60" },
        { "\"dualNotice\": null,", "", "EC5002", "$.dualNotice", "null 表示不适用" },
        { "\"sanctions\": null,", "\"sanctions\": null, \"odd name\": 1,", "EC5007", "$['odd name']", "sanctions" },
    };

    [Theory]
    [MemberData(nameof(Faults))]
    public void Load_OneFault_NamesFilePathAndWhatIsAllowed(string part, string replacement, string code, string path, string allowed)
    {
        SettingsError error = Assert.Single(ErrorsOf(InventedProfile.With(part, replacement)));

        Assert.Equal(("yunling.json", path, code), (error.File, error.Path, error.Definition.Code));
        Assert.Contains(allowed, error.Message, StringComparison.Ordinal);
        Assert.StartsWith($"yunling.json {path} {code} ", error.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void Load_MonthlyWithoutItsClock_IsRefused()
    {
        int start = InventedProfile.Json.IndexOf("\"monthlyProvision\": {", StringComparison.Ordinal);
        int end = InventedProfile.Json.IndexOf("\"dualNoticeClaim\"", StringComparison.Ordinal);
        string json = string.Concat(InventedProfile.Json.AsSpan(0, start), "\"monthlyProvision\": null, ", InventedProfile.Json.AsSpan(end));

        SettingsError error = Assert.Single(ErrorsOf(json));

        Assert.Equal(("EC5102", "$.provision"), (error.Definition.Code, error.Path));
        Assert.Contains("monthlyProvision", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Load_MonthlyWithoutItsLoad_IsRefused()
    {
        const string Load = ",\n    \"load\": { \"day\": \"firstWorkingDayOfMonth\", \"debtor\": \"operator\", \"source\": { \"article\": \"第五条\", \"quote\": \"每月加载\" } }";

        SettingsError error = Assert.Single(ErrorsOf(InventedProfile.With(Load, "")));

        Assert.Equal(("EC5107", "$.provision.load"), (error.Definition.Code, error.Path));
    }

    [Theory]
    [InlineData("", "EC5102", "$.backlog[0]")]
    [InlineData(", \"dueOn\": \"2019-02-28\"", "EC5012", "$.backlog[0].dueOn")]
    [InlineData(", \"dueOn\": \"2019-06-30\", \"arisenFrom\": \"2019-03-01\"", "EC5104", "$.backlog[0].arisenFrom")]
    public void Load_BacklogWithoutSensibleDays_IsRefused(string days, string code, string path)
    {
        string rule = $"\"backlog\": [ {{ \"id\": \"old\", \"debtor\": \"provider\", \"source\": {{ \"inferred\": true }}{days} }} ], ";

        SettingsError error = Assert.Single(ErrorsOf(InventedProfile.With("\"dualNotice\"", rule + "\"dualNotice\"")));

        Assert.Equal((code, path), (error.Definition.Code, error.Path));
    }

    [Fact]
    public void Load_IllegibleFirstDay_CausesNoFurtherErrors()
    {
        string jieshou = SettingsFile.Embedded("Jurisdictions/jieshou.json").Replace("\"2020-06-28\"", "\"28.6.2020\"", StringComparison.Ordinal);

        Assert.Equal(["$.holdsFrom"], ErrorsOf(jieshou).Select(error => error.Path));
    }

    [Fact]
    public void Load_TrailingLineBreakInAnId_IsRefused() =>
        Assert.Equal(["EC5009"], ErrorsOf(InventedProfile.With("\"id\": \"yunling\"", "\"id\": \"yunling\\n\"")).Select(error => error.Definition.Code));

    [Fact]
    public void Load_RepeatedChannelId_IsRefused()
    {
        string channel = "{ \"id\": \"portal\", \"name\": \"又一个\", \"modes\": [\"interface\"], \"source\": { \"inferred\": true } }, { \"id\": \"portal\"";

        SettingsError error = Assert.Single(ErrorsOf(InventedProfile.With("{ \"id\": \"portal\"", channel)));

        Assert.Equal(("EC5010", "$.channels"), (error.Definition.Code, error.Path));
    }

    [Fact]
    public void Load_SeveralFilesWithSeveralFaults_TellsAllAtOnce()
    {
        string first = InventedProfile.Json
            .Replace("\"count\": 30", "\"count\": 0", StringComparison.Ordinal)
            .Replace("\"reviewer\": \"provider\", ", "", StringComparison.Ordinal)
            .Replace("\"use\": \"required\"", "\"use\": \"perhaps\"", StringComparison.Ordinal);

        IReadOnlyList<SettingsError> errors = Errors(("a.json", first), ("b.json", "{"), ("c.json", "[]"));

        Assert.Equal(
            [
                ("a.json", "$.clocks.onSiteCheck.term.count", "EC5005"),
                ("a.json", "$.secrecyReview.reviewer", "EC5002"),
                ("a.json", "$.digitalSignature.use", "EC5004"),
                ("b.json", "$", "EC5001"),
                ("c.json", "$", "EC5003"),
            ],
            errors.Select(error => (error.File, error.Path, error.Definition.Code)));
    }

    [Fact]
    public void Load_EmptyObject_NamesEveryRequiredMemberOnce()
    {
        IReadOnlyList<SettingsError> errors = ErrorsOf("{}");

        Assert.All(errors, error => Assert.Equal("EC5002", error.Definition.Code));
        Assert.Equal(errors.Count, errors.Select(error => error.Path).Distinct().Count());
        Assert.Contains(errors, error => error.Path == "$.clocks");
    }

    [Fact]
    public void Load_SameIdTwice_NamesTheOtherFile()
    {
        SettingsError error = Assert.Single(Errors(("a.json", InventedProfile.Json), ("b.json", InventedProfile.Json)));

        Assert.Equal(("b.json", "$.id", "EC5010"), (error.File, error.Path, error.Definition.Code));
        Assert.Contains("a.json", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Load_ParentThatDoesNotExist_ListsWhatDoes()
    {
        SettingsError error = Assert.Single(ErrorsOf(WithParent("atlantis")));

        Assert.Equal(("$.parent", "EC5011"), (error.Path, error.Definition.Code));
        Assert.Contains("yunling", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Load_ParentThatIsItself_IsRefused()
    {
        SettingsError error = Assert.Single(ErrorsOf(WithParent("yunling")));

        Assert.Equal(("$.parent", "EC5105"), (error.Path, error.Definition.Code));
    }

    [Fact]
    public void Definitions_HaveCodesOfTheirOwn()
    {
        List<ErrorDefinition> definitions =
        [
            .. new[] { typeof(SettingsErrors), typeof(ProfileErrors), typeof(Domain.Departments.DepartmentErrors) }
                .SelectMany(type => type.GetFields())
                .Select(field => (ErrorDefinition)field.GetValue(null)!),
        ];

        Assert.Equal(definitions.Count, definitions.Select(definition => definition.Code).Distinct().Count());
        Assert.All(definitions, definition => Assert.Matches("^EC5[0-2][0-9]{2}$", definition.Code));
    }

    private static string WithParent(string parent) =>
        InventedProfile.With("\"id\": \"yunling\"", $"\"id\": \"yunling\", \"parent\": \"{parent}\"");

    private static IReadOnlyList<SettingsError> ErrorsOf(string json) => Errors(("yunling.json", json));

    private static IReadOnlyList<SettingsError> Errors(params (string, string)[] files) =>
        Assert.Throws<SettingsException>(() => JurisdictionProfiles.Load(files)).Errors;
}
