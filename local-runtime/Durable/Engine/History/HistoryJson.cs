using System.Text.Json;
using System.Text.Json.Serialization;

namespace EntCredit.LocalRuntime.Durable.Engine.History;

/// <summary>The stored form of actions, failures and tags.</summary>
[JsonSourceGenerationOptions(DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingDefault)]
[JsonSerializable(typeof(IReadOnlyList<ScheduledAction>))]
[JsonSerializable(typeof(TaskFailureDetails))]
[JsonSerializable(typeof(IReadOnlyDictionary<string, string>))]
internal sealed partial class HistoryJson : JsonSerializerContext
{
    /// <summary>The stored form of a failure. Properties are never recorded: their values have no type to come back as.</summary>
    public static string Failure(TaskFailureDetails details) => JsonSerializer.Serialize(Plain(details), Default.TaskFailureDetails);

    /// <summary>A failure from its stored form.</summary>
    public static TaskFailureDetails Failure(string? data) => data is null
        ? new("(unknown)", "(unknown)", null, null, null)
        : JsonSerializer.Deserialize(data, Default.TaskFailureDetails)!;

    /// <summary>The stored form of actions; null for none.</summary>
    public static string? Actions(IReadOnlyList<ScheduledAction> actions) =>
        actions.Count == 0 ? null : JsonSerializer.Serialize(actions, Default.IReadOnlyListScheduledAction);

    /// <summary>Actions from their stored form.</summary>
    public static IReadOnlyList<ScheduledAction> Actions(string? data) =>
        data is null ? [] : JsonSerializer.Deserialize(data, Default.IReadOnlyListScheduledAction)!;

    /// <summary>The stored form of tags; null for none.</summary>
    public static string? Tags(IReadOnlyDictionary<string, string>? tags) =>
        tags is null or { Count: 0 } ? null : JsonSerializer.Serialize(tags, Default.IReadOnlyDictionaryStringString);

    /// <summary>Tags from their stored form.</summary>
    public static IReadOnlyDictionary<string, string>? Tags(string? data) =>
        data is null ? null : JsonSerializer.Deserialize(data, Default.IReadOnlyDictionaryStringString);

    private static TaskFailureDetails Plain(TaskFailureDetails details) =>
        details with { InnerFailure = details.InnerFailure is { } inner ? Plain(inner) : null, Properties = null };
}
