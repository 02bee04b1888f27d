using EntCredit.Domain.Records;
using EntCredit.Orchestrations.DualNotice;
using EntCredit.Orchestrations.Sanctions;
using EntCredit.Stores.Ledger;

namespace EntCredit.Orchestrations.Records;

/// <summary>
/// Carries out what follows elsewhere from records that were taken, changed or taken back: notices of registrations, sanctions for entries on lists.
/// May be repeated.
/// </summary>
public sealed class FollowUpDesk(ILedger ledger, RegistrationDesk registrations, ListingDesk listings)
{
    /// <summary>Follows up records. How many were not followed up before.</summary>
    public async Task<int> FollowAsync(IReadOnlyList<string> records, DurableTaskClient client, CancellationToken cancellation)
    {
        if (records.Count == 0) return 0;
        var loaded = await ledger.LoadManyAsync(records, cancellation);
        var areas = records.ToLookup(record => Record.Fold(loaded[record].Events.Cast<RecordEvent>()).Origin?.Item is { } item && FollowUps.IsList(item));
        return await registrations.FollowAsync([.. areas[false]], client, cancellation) + await listings.FollowAsync([.. areas[true]], client, cancellation);
    }
}
