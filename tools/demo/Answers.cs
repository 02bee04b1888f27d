using System.Text.Json.Nodes;
using static EntCredit.Demo.Town;

namespace EntCredit.Demo;

/// <summary>What stands in the doors' answers.</summary>
public static class Answers
{
    /// <summary>When something last happened to a record or in a case; null where it did not.</summary>
    public static JsonNode? Happened(JsonNode record, string what) =>
        record["history"]!.AsArray().LastOrDefault(happened => Text(happened!, "what") == what)?["at"];

    /// <summary>The duty of a rule in a document that has duties.</summary>
    public static JsonNode Duty(JsonNode document, string rule) =>
        document["duties"]!.AsArray().FirstOrDefault(duty => Text(duty!, "rule") == rule)
        ?? throw new UnexpectedException($"没有期限 {rule}：{document.ToJsonString()}");

    /// <summary>How many records of a batch are in a state.</summary>
    public static int Count(JsonNode batch, string phase) => (int?)batch["records"]?[phase] ?? 0;

    /// <summary>What a list holds.</summary>
    public static List<JsonNode> Items(JsonNode list, string name = "items") => [.. list[name]!.AsArray().Select(item => item!)];

    /// <summary>A record's state in Chinese.</summary>
    public static string PhaseName(string phase) => phase switch
    {
        "awaitingCorrection" => "待更正",
        "heldForReview" => "待审查",
        "parked" => "待登记",
        "collected" => "已归集",
        "collectedOnly" => "只归集",
        "published" => "已公示",
        "suspended" => "暂停公示",
        "withdrawn" => "已撤回",
        _ => phase,
    };

    /// <summary>A duty's standing in Chinese.</summary>
    public static string StandingName(string standing) => standing switch
    {
        "met" => "按时办结",
        "late" => "逾期办结",
        "open" => "办理中",
        "overdue" => "逾期未办",
        _ => "已终止",
    };
}
