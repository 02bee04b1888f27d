namespace EntCredit.LocalRuntime.Durable.Engine.History;

/// <summary>What the two clocks said when a turn began, in UTC.</summary>
internal readonly record struct TurnTime(DateTime Legal, DateTime Machine);
