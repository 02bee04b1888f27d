namespace EntCredit.Domain.Calendar;

/// <summary>What a suspension does to a running period; a value of the jurisdiction profile (the default is to go on).</summary>
public enum SuspensionEffect
{
    /// <summary>The period goes on; the suspension is reported beside it.</summary>
    Continue,

    /// <summary>The period stands still; what remains resumes the working day after the lifting.</summary>
    Pause,
}
