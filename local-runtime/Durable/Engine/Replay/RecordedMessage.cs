using EntCredit.LocalRuntime.Durable.Engine.History;

namespace EntCredit.LocalRuntime.Durable.Engine.Replay;

/// <summary>What a recorded turn had received; the fields are those of <see cref="Message"/>.</summary>
internal sealed record RecordedMessage(MessageKind Kind, int? Task, string? Name, string? Data)
{
    public static RecordedMessage Of(Message message)
    {
        var failed = message.Kind is MessageKind.TaskFailed or MessageKind.SubOrchestrationFailed;
        return new(
            message.Kind, message.TaskId < 0 ? null : message.TaskId, message.Name,
            failed ? HistoryJson.Failure(Portable(HistoryJson.Failure(message.Data))) : message.Data);
    }

    public Message ToMessage(long ordinal) => new(ordinal, Kind, Task ?? -1, Name, Data);

    /// <summary>A stack trace names the machine that it was made on, and no replay reads it.</summary>
    private static TaskFailureDetails Portable(TaskFailureDetails failure) =>
        failure with { StackTrace = null, InnerFailure = failure.InnerFailure is { } inner ? Portable(inner) : null };
}
