namespace EntCredit.Domain.Calendar;

/// <summary>The end of an open obligation's period under a calendar that has changed since it opened. Each is kept.</summary>
/// <param name="Opening">Under the version in force when it opened.</param>
/// <param name="Newest">Under the newest version.</param>
/// <param name="Effective">The one that holds: the latest under every version in force since.</param>
public readonly record struct AmendedDeadline(Deadline Opening, Deadline Newest, Deadline Effective)
{
    /// <summary>True where the day that holds is another than the one announced at the opening.</summary>
    public bool Moved => Effective.Due != Opening.Due;
}
