using EntCredit.LocalRuntime.Durable.Engine.History;

namespace EntCredit.LocalRuntime.Durable.Engine.Replay;

/// <summary>What a recorded turn asked for; the fields are those of <see cref="ScheduledAction"/>.</summary>
internal sealed record RecordedAction(
    ActionKind Kind, int Id, string? Name, string? Data, string? Target, string? Version, DurableClock? Clock, DateTime? Due,
    IReadOnlyDictionary<string, string>? Tags)
{
    public static RecordedAction Of(ScheduledAction action)
    {
        var isTimer = action.Kind == ActionKind.Timer;
        return new(
            action.Kind, action.Id, action.Name, action.Data, action.Target, action.Version, isTimer ? action.Clock : null,
            isTimer ? new DateTime(action.Due, DateTimeKind.Utc) : null, action.Tags);
    }

    public ScheduledAction ToAction() => new(Kind, Id, Name, Data, Target, Version, Clock ?? DurableClock.Legal, Due?.Ticks ?? 0, Tags);
}
