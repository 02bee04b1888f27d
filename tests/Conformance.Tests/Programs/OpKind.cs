namespace EntCredit.Conformance.Tests.Programs;

/// <summary>What a step does.</summary>
internal enum OpKind
{
    /// <summary>Calls an activity.</summary>
    Activity,

    /// <summary>Calls an activity that fails, and catches that.</summary>
    Failing,

    /// <summary>Calls an activity that fails once, with retries.</summary>
    Retried,

    /// <summary>Waits for a short timer.</summary>
    Timer,

    /// <summary>Sets a long timer and cancels it.</summary>
    CancelledTimer,

    /// <summary>Waits for an event.</summary>
    Event,

    /// <summary>Waits for an event that never comes, until its time is up.</summary>
    TimedOutEvent,

    /// <summary>Makes a GUID and says a custom status.</summary>
    Guid,

    /// <summary>Runs its parts in a sub-orchestration.</summary>
    Sub,

    /// <summary>Runs its parts at once.</summary>
    All,

    /// <summary>Continues as new with what is left of the program.</summary>
    Again,
}
