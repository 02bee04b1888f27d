using System.Text.Json.Serialization;

namespace EntCredit.LocalRuntime.Durable.Engine.History;

/// <summary>One thing that an orchestrator asked for, as its history keeps it.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="Id">Its sequence number in the execution.</param>
/// <param name="Name">The activity, orchestrator or event.</param>
/// <param name="Data">The serialized input or payload.</param>
/// <param name="Target">The instance that is started or told.</param>
/// <param name="Version">The version asked for.</param>
/// <param name="Clock">The clock of a timer.</param>
/// <param name="Due">When a timer is due, in UTC ticks.</param>
/// <param name="Tags">The tags of a sub-orchestration.</param>
internal sealed record ScheduledAction(
    [property: JsonPropertyName("k")] ActionKind Kind,
    [property: JsonPropertyName("i")] int Id,
    [property: JsonPropertyName("n")] string? Name = null,
    [property: JsonPropertyName("d")] string? Data = null,
    [property: JsonPropertyName("t")] string? Target = null,
    [property: JsonPropertyName("v")] string? Version = null,
    [property: JsonPropertyName("c")] DurableClock Clock = DurableClock.Legal,
    [property: JsonPropertyName("u")] long Due = 0,
    [property: JsonPropertyName("g")] IReadOnlyDictionary<string, string>? Tags = null)
{
    /// <summary>The action in words, for a message about non-determinism.</summary>
    public string Describe() => Kind switch
    {
        ActionKind.Activity => $"an activity task named '{Name}'",
        ActionKind.Timer => "a timer",
        ActionKind.SubOrchestration => $"a sub-orchestration named '{Name}'",
        _ => $"an event named '{Name}' sent to '{Target}'",
    };

    /// <summary>Whether another action is the same request, as far as replay compares them.</summary>
    public bool Matches(ScheduledAction other) =>
        Kind == other.Kind && string.Equals(Name, other.Name, StringComparison.OrdinalIgnoreCase);
}
