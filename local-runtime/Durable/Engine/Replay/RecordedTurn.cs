namespace EntCredit.LocalRuntime.Durable.Engine.Replay;

/// <summary>One turn of a recorded execution.</summary>
/// <param name="Legal">What the legal clock said, in UTC.</param>
/// <param name="Machine">What the machine clock said, in UTC.</param>
/// <param name="Received">What had come since the turn before.</param>
/// <param name="Asked">What the code asked for.</param>
internal sealed record RecordedTurn(
    DateTime Legal, DateTime Machine, IReadOnlyList<RecordedMessage> Received, IReadOnlyList<RecordedAction> Asked);
