using EntCredit.Domain.Intake;
using EntCredit.Domain.Records;

namespace EntCredit.Stores.Views;

/// <summary>Everything that was brought about an enterprise, published or not. Who may see what of it is <see cref="Domain.Sharing.RecordSharing"/>'s to say.</summary>
public interface IEnterpriseBook
{
    /// <summary>An enterprise by its credit code or registration number, in the register or not; null where nobody has the number.</summary>
    Task<FiledEnterprise?> FindAsync(string number, CancellationToken cancellation);

    /// <summary>The records that were taken in under its name, and under those that were found to be it, newest first.</summary>
    /// <param name="subject">Its internal id.</param>
    /// <param name="after">The last record of the page before, or null.</param>
    /// <param name="limit">At most so many.</param>
    /// <param name="cancellation">Stops the reading.</param>
    Task<IReadOnlyList<FiledRecord>> RecordsAsync(string subject, string? after, int limit, CancellationToken cancellation);

    /// <summary>Rows about it that were refused and not mended yet, newest first. They belong to no subject: the row's own words say whom it is about.</summary>
    /// <param name="numbers">Every number by which the enterprise is known.</param>
    /// <param name="providers">Whose rows.</param>
    /// <param name="limit">At most so many.</param>
    /// <param name="cancellation">Stops the reading.</param>
    Task<IReadOnlyList<FiledRecord>> RefusedAsync(IReadOnlyCollection<string> numbers, IReadOnlyCollection<string> providers, int limit, CancellationToken cancellation);
}

/// <summary>An enterprise, whether the register knows it or not.</summary>
/// <param name="Subject">Its internal id.</param>
/// <param name="Name">Its name by the register, or null.</param>
/// <param name="CreditCode">统一社会信用代码, or null.</param>
/// <param name="RegistrationNumber">注册号, or null.</param>
/// <param name="Address">住所 by the register, or null.</param>
/// <param name="FormerNames">What it, and those that were found to be it, were called; newest first.</param>
/// <param name="Numbers">Every number that leads to it.</param>
/// <param name="Members">The internal ids of all that were found to be it, its own among them.</param>
public sealed record FiledEnterprise(
    string Subject,
    string? Name,
    string? CreditCode,
    string? RegistrationNumber,
    string? Address,
    IReadOnlyList<string> FormerNames,
    IReadOnlyList<string> Numbers,
    IReadOnlyList<string> Members);

/// <summary>A record as it lies under an enterprise.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Provider">Whose it is.</param>
/// <param name="Jurisdiction">The profile that it follows.</param>
/// <param name="Phase">Where it stands.</param>
/// <param name="Content">What is in force, without personal data; of a refused row, what it said.</param>
/// <param name="CollectedAt">When it was collected, or null.</param>
/// <param name="PublishedAt">When the public first saw it, or null.</param>
/// <param name="CorrectedAt">When it was last corrected, or null.</param>
/// <param name="CorrectedBy">By whom, or null.</param>
/// <param name="HiddenSince">Since when a case hides it, or null.</param>
/// <param name="ObjectedIn">The jurisdiction whose mark stands beside it while an objection is verified, or null.</param>
public sealed record FiledRecord(
    string Id,
    string Provider,
    string Jurisdiction,
    RecordPhase Phase,
    RecordContent Content,
    DateTimeOffset? CollectedAt,
    DateTimeOffset? PublishedAt,
    DateTimeOffset? CorrectedAt,
    string? CorrectedBy,
    DateTimeOffset? HiddenSince,
    string? ObjectedIn);
