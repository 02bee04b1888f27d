using EntCredit.LocalRuntime.Durable.Engine.History;

namespace EntCredit.LocalRuntime.Durable.Engine.Replay;

/// <summary>What a recorded turn had received; the fields are those of <see cref="Message"/>.</summary>
internal sealed record RecordedMessage(MessageKind Kind, int? Task, string? Name, string? Data)
{
    public static RecordedMessage Of(Message message) => new(message.Kind, message.TaskId < 0 ? null : message.TaskId, message.Name, message.Data);

    public Message ToMessage(long ordinal) => new(ordinal, Kind, Task ?? -1, Name, Data);
}
