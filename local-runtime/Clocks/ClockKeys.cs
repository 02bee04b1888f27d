namespace EntCredit.LocalRuntime.Clocks;

/// <summary>The keys of the two time providers.</summary>
public static class ClockKeys
{
    /// <summary>Legal time: rules, durable timers, schedules.</summary>
    public const string Legal = "legal";

    /// <summary>Machine time: leases, timeouts, delays between tries.</summary>
    public const string Machine = "machine";
}
