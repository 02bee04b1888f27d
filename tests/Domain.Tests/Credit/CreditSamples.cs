using EntCredit.Domain.Credit;
using EntCredit.Domain.Settings;

namespace EntCredit.Domain.Tests.Credit;

/// <summary>Records of an invented enterprise, and schemes with and without examples.</summary>
internal static class CreditSamples
{
    public static readonly DateOnly Today = new(2020, 8, 1);

    public static CreditSchemes WithExamples { get; } = CreditSchemes.Load(SettingsFile.EmbeddedIn("Credit"), withExamples: true);

    public static CreditRecord Abnormal { get; } = Of("r-1", "abnormal", "2020-06-01");

    public static CreditRecord Serious { get; } = Of("r-2", "serious", "2020-06-02");

    public static CreditRecord Commended { get; } = Of("r-3", "commendation", "2020-01-01", ("YXQZ", "2021-01-01"));

    public static CreditRecord Removed(CreditRecord record) => record with { Fields = new Dictionary<string, string>(record.Fields) { [record.Item == "abnormal" ? "REMDATE" : "YCRQ"] = "2020-07-15" } };

    public static CreditRecord Penalty(int n, string day = "2020-05-01") => Of($"p-{n}", "penalty", day);

    public static CreditRecord Of(string id, string item, string day, params (string Code, string Value)[] fields) =>
        new(id, item, "jieshou-scjg", DateOnly.Parse(day, System.Globalization.CultureInfo.InvariantCulture), true, fields.ToDictionary(field => field.Code, field => field.Value));

    public static CreditAssessment Assess(string jurisdiction, params CreditRecord[] records) => CreditAssessment.Of(CreditSchemes.Default.Find(jurisdiction)!, records, Today);

    public static CreditAssessment AssessWithExamples(string jurisdiction, params CreditRecord[] records) =>
        CreditAssessment.Of(WithExamples.Find(jurisdiction)!, records, Today);
}
