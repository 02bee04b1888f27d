namespace EntCredit.Domain.Credit;

/// <summary>What an enterprise's records come to on a day, and why.</summary>
/// <param name="Class">The class's id.</param>
/// <param name="Reasons">The criteria of that class that are met; none where it is the default.</param>
/// <param name="Warnings">The signals raised.</param>
public sealed record CreditAssessment(string Class, IReadOnlyList<CreditReason> Reasons, IReadOnlyList<CreditReason> Warnings)
{
    /// <summary>
    /// Judges records by a scheme: a pure function of both and the day. The class follows what is public alone, so that the enterprise's page explains it, and a record that an
    /// objection hides takes no part while it is hidden (A42). Signals look at everything that was collected: they are for supervision, and nothing is decided by them.
    /// </summary>
    /// <param name="scheme">The table of rules.</param>
    /// <param name="records">The enterprise's records that stand on the day.</param>
    /// <param name="today">The day.</param>
    public static CreditAssessment Of(CreditScheme scheme, IReadOnlyList<CreditRecord> records, DateOnly today)
    {
        var inPublic = records.Where(record => record.IsPublic).ToList();
        var met = today < scheme.HoldsFrom ? [] : scheme.Criteria
            .Select(criterion => (criterion.Class, Reason: new CreditReason(criterion.Id, criterion.When.Met(inPublic, today))))
            .Where(one => one.Reason.Records.Count > 0)
            .ToList();
        var worst = met.Count == 0 ? scheme.Default : met.Select(one => scheme.Class(one.Class)).MaxBy(one => one.Rank)!;
        var warnings = today < scheme.HoldsFrom ? [] : scheme.Signals
            .Select(signal => new CreditReason(signal.Id, signal.When.Met(records, today)))
            .Where(one => one.Records.Count > 0);
        return new CreditAssessment(worst.Id, [.. met.Where(one => one.Class == worst.Id).Select(one => one.Reason)], [.. warnings]);
    }
}

/// <summary>A rule and the records by which it is met.</summary>
/// <param name="Rule">The criterion's or signal's id within the scheme.</param>
/// <param name="Records">The records' ids, in order.</param>
public sealed record CreditReason(string Rule, IReadOnlyList<string> Records)
{
    /// <summary>Whether it is the same rule by the same records.</summary>
    public bool IsSame(CreditReason other) => Rule == other.Rule && Records.SequenceEqual(other.Records);
}
