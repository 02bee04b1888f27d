using EntCredit.LocalRuntime.Durable.Client;
using EntCredit.LocalRuntime.Durable.Converters;
using EntCredit.LocalRuntime.Durable.Engine.Execution;
using EntCredit.LocalRuntime.Durable.Engine.History;
using Microsoft.Extensions.Logging.Abstractions;

namespace EntCredit.LocalRuntime.Durable.Engine.Replay;

/// <summary>Replays a recorded execution against code, with no effect on anything.</summary>
internal static class HistoryReplay
{
    /// <summary>
    /// What the code does otherwise than the history holds: which of its events, and what the code asked for instead; null where nothing differs.
    /// </summary>
    public static string? Difference(RecordedHistory history, OrchestratorBody body)
    {
        var messages = new List<Message>();
        var turns = new List<Turn>();
        foreach (var turn in history.Turns)
        {
            messages.AddRange(turn.Received.Select((m, i) => m.ToMessage(messages.Count + i + 1)).ToList());
            turns.Add(new(turns.Count, new(turn.Legal, turn.Machine), messages.Count, [.. turn.Asked.Select(a => a.ToAction())]));
        }

        var header = new InstanceHeader(0, 0, history.Instance, history.Orchestrator, history.Version, history.Input, null, null, null);
        var context = new ReplayContext(header, JsonDataConverter.Default, NullLoggerFactory.Instance);
        return Difference(history, new OrchestratorTurn(context, body).Run(turns, messages, turns[^1].Time, JsonDataConverter.Default.Serialize));
    }

    private static string? Difference(RecordedHistory history, TurnOutcome outcome)
    {
        if (outcome.Failure is { } failure && history.Status != OrchestrationRuntimeStatus.Failed)
            return failure.ErrorMessage;
        if (outcome.Actions is [var more, ..])
            return $"The recorded execution ended ({history.Status}), but the current code goes on and asks for {more.Describe()} with sequence number {more.Id}.";
        if (outcome.Status != history.Status)
            return $"The recorded execution was {history.Status} in the end, but with the current code it is {outcome.Status}.";
        return outcome.Output == history.Output ? null : $"The recorded execution gave {history.Output ?? "nothing"}, but the current code gives {outcome.Output ?? "nothing"}.";
    }
}
