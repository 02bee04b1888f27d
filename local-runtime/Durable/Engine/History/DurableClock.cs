namespace EntCredit.LocalRuntime.Durable.Engine.History;

/// <summary>Which clock a stored timer runs on. The numbers are stored.</summary>
internal enum DurableClock
{
    /// <summary>Timers of orchestrators, scheduled starts.</summary>
    Legal = 0,

    /// <summary>Retry delays.</summary>
    Machine = 1,
}
