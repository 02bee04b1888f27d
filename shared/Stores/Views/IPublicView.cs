using EntCredit.Domain.Intake;

namespace EntCredit.Stores.Views;

/// <summary>What the law publishes, under the enterprise's name.</summary>
public interface IPublicView
{
    /// <summary>An enterprise by its credit code or registration number; null where the register does not know it.</summary>
    Task<PublicEnterprise?> FindAsync(string number, CancellationToken cancellation);

    /// <summary>
    /// Registered enterprises for which every part of a query holds, in the order in which the ledger first met them. A page may have fewer hits than its limit and be followed by
    /// another: what must be looked through for it is bounded.
    /// </summary>
    /// <param name="query">What is asked for.</param>
    /// <param name="after">The cursor of the page before, or 0.</param>
    /// <param name="limit">The most hits of a page.</param>
    /// <param name="cancellation">Stops the reading.</param>
    Task<PublicHits> SearchAsync(PublicQuery query, long after, int limit, CancellationToken cancellation);
}

/// <summary>An enterprise as the public sees it.</summary>
/// <param name="Subject">Its internal id.</param>
/// <param name="Name">Its name by the register.</param>
/// <param name="CreditCode">Its credit code, or null.</param>
/// <param name="RegistrationNumber">Its registration number, or null.</param>
/// <param name="Records">Its published records, newest day of origin first.</param>
public sealed record PublicEnterprise(
    string Subject, string Name, string? CreditCode, string? RegistrationNumber, IReadOnlyList<PublicRecord> Records)
{
    /// <summary>What it was called before, and what those were called that were found to be it; newest first.</summary>
    public IReadOnlyList<string> FormerNames { get; init; } = [];

    /// <summary>Numbers by which it was known besides.</summary>
    public IReadOnlyList<string> OtherNumbers { get; init; } = [];

    /// <summary>Its address by the register, or null.</summary>
    public string? Address { get; init; }

    /// <summary>What was published under its name and is hidden while an objection is verified: no content of it.</summary>
    public IReadOnlyList<SuspendedRecord> Suspended { get; init; } = [];
}

/// <summary>The mark in place of a record whose display is suspended.</summary>
/// <param name="Item">The catalogue item.</param>
/// <param name="Provider">The department that provides it.</param>
/// <param name="Since">Since when it is hidden.</param>
public sealed record SuspendedRecord(string Item, string Provider, DateTimeOffset Since);

/// <summary>A published record.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Provider">The department that provides it.</param>
/// <param name="Content">What is in force now, without personal data.</param>
/// <param name="CollectedAt">When it was collected.</param>
/// <param name="PublishedAt">When the public first saw it.</param>
/// <param name="CorrectedAt">When it was last corrected after publication, or null.</param>
/// <param name="CorrectedBy">By whom, or null.</param>
public sealed record PublicRecord(
    string Id, string Provider, RecordContent Content, DateTimeOffset CollectedAt, DateTimeOffset PublishedAt, DateTimeOffset? CorrectedAt, string? CorrectedBy)
{
    /// <summary>The jurisdiction whose mark stands beside it while an objection to it is verified; null where none is open.</summary>
    public string? ObjectedIn { get; init; }
}
