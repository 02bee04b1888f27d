using EntCredit.Orchestrations.DualNotice;

namespace EntCredit.Orchestrations.Records;

/// <summary>Carries out what follows elsewhere from records that were taken, changed or taken back. May be repeated.</summary>
public sealed class FollowUpDesk(RegistrationDesk registrations)
{
    /// <summary>Follows up records of an item. How many were not followed up before.</summary>
    public Task<int> FollowAsync(IReadOnlyList<string> records, DurableTaskClient client, CancellationToken cancellation) =>
        registrations.FollowAsync(records, client, cancellation);
}
