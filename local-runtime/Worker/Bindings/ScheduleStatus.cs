namespace EntCredit.LocalRuntime.Worker;

/// <summary>Where a schedule stands. Instants are UTC.</summary>
public class ScheduleStatus
{
    /// <summary>When it last ran; the default value when it never did.</summary>
    public DateTime Last { get; set; }

    /// <summary>When it is due next.</summary>
    public DateTime Next { get; set; }

    /// <summary>When this status was written.</summary>
    public DateTime LastUpdated { get; set; }
}
