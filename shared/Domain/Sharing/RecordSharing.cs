using EntCredit.Domain.Catalogue;
using EntCredit.Domain.Intake;
using EntCredit.Domain.Records;

namespace EntCredit.Domain.Sharing;

/// <summary>
/// What of others' collected information is there for a department (P1, P4, P5; 界政办〔2020〕5号 三(二), 五(八)): what is published, within the jurisdiction what is shared in
/// government, and beyond it what was consented to. What is refused, held for the secrecy review, hidden or taken back is its provider's and market supervision's alone.
/// </summary>
public static class RecordSharing
{
    /// <summary>How much of a record a reader sees.</summary>
    /// <param name="reader">Who asks.</param>
    /// <param name="record">What is asked for.</param>
    public static RecordSight Of(RecordReader reader, SharedRecord record)
    {
        var home = reader.Jurisdiction == record.Jurisdiction;
        if (reader.Department == record.Provider || (home && reader.Publishes)) return RecordSight.Whole;
        var open = record.Content.Status == ContentStatus.Valid && (record.Phase == RecordPhase.Published || (IsReviewed(record.Phase)
            && ((home && IsShared(record)) || reader.Consents.Any(consent => consent.Covers(record.Provider, record.Jurisdiction)))));
        if (reader.Supervises && (home || reader.Everywhere)) return open ? RecordSight.Whole : RecordSight.State;
        if (open) return RecordSight.Content;
        return record is { Phase: RecordPhase.Suspended, Shown: true } ? RecordSight.Mark : RecordSight.Nothing;
    }

    // Before the secrecy review nobody else sees anything (界政办〔2020〕5号 五(二)).
    private static bool IsReviewed(RecordPhase phase) => phase is RecordPhase.Collected or RecordPhase.Parked or RecordPhase.CollectedOnly;

    // 使用范围: 仅授权查询 is not shared, nor what the catalogue keeps internal.
    private static bool IsShared(SharedRecord record) => record.Content.Scope != UseScope.OnAuthorization && record.Disclosure != Disclosure.Internal;
}
