using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using EntCredit.LocalRuntime.Durable.Client;
using EntCredit.LocalRuntime.Durable.Engine.History;

namespace EntCredit.LocalRuntime.Durable.Engine.Replay;

/// <summary>An execution as it went, to be kept in a file and replayed against later code.</summary>
/// <param name="Orchestrator">The orchestrator's name.</param>
/// <param name="Instance">The instance's id.</param>
/// <param name="Version">Its version, empty for none.</param>
/// <param name="Input">Its serialized input.</param>
/// <param name="Status">Where it stood in the end.</param>
/// <param name="Output">Its serialized output.</param>
/// <param name="Turns">Its turns, in order.</param>
internal sealed record RecordedHistory(
    string Orchestrator, string Instance, string Version, string? Input, OrchestrationRuntimeStatus Status, string? Output,
    IReadOnlyList<RecordedTurn> Turns)
{
    private static readonly JsonSerializerOptions Json = new()
    {
        WriteIndented = true,
        NewLine = "\n",
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        Converters = { new JsonStringEnumConverter() },
    };

    /// <summary>A history from its stored form.</summary>
    public static RecordedHistory Of(
        InstanceHeader instance, OrchestrationRuntimeStatus status, string? output, IReadOnlyList<Turn> turns, IReadOnlyList<Message> messages)
    {
        var after = 0L;
        var recorded = new List<RecordedTurn>();
        foreach (var turn in turns)
        {
            var received = messages.Where(m => m.Ordinal > after && m.Ordinal <= turn.Through).Select(RecordedMessage.Of);
            recorded.Add(new(turn.Time.Legal, turn.Time.Machine, [.. received], [.. turn.Actions.Select(RecordedAction.Of)]));
            after = turn.Through;
        }

        return new(instance.Name, instance.Id, instance.Version, instance.Input, status, output, recorded);
    }

    /// <summary>A history from the text of its file.</summary>
    public static RecordedHistory Read(string text) =>
        JsonSerializer.Deserialize<RecordedHistory>(text, Json) ?? throw new InvalidDataException("The file holds no history.");

    /// <summary>The text of its file.</summary>
    public string Write() => JsonSerializer.Serialize(this, Json) + "\n";
}
