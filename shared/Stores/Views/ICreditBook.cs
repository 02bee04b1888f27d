using EntCredit.Domain.Credit;

namespace EntCredit.Stores.Views;

/// <summary>What credit is judged by, and whom the register holds.</summary>
public interface ICreditBook
{
    /// <summary>The records that stand of each enterprise: collected and neither taken back, revoked, expired nor hidden by a case.</summary>
    /// <param name="subjects">The enterprises' internal ids.</param>
    /// <param name="cancellation">Stops the reading.</param>
    Task<IReadOnlyDictionary<string, IReadOnlyList<CreditRecord>>> RecordsAsync(IReadOnlyCollection<string> subjects, CancellationToken cancellation);

    /// <summary>The jurisdiction in whose register an enterprise stands, or null.</summary>
    Task<string?> JurisdictionOfAsync(string subject, CancellationToken cancellation);

    /// <summary>The enterprises in a jurisdiction's register of which there ever was a record of one of these items.</summary>
    Task<IReadOnlyList<string>> WithRecordsAsync(string jurisdiction, IReadOnlyCollection<string> items, CancellationToken cancellation);

    /// <summary>市场主体名录库: the enterprises in a jurisdiction's register that were not struck off it, by number.</summary>
    Task<IReadOnlyList<RegisteredEntity>> EntitiesAsync(string jurisdiction, CancellationToken cancellation);
}

/// <summary>An enterprise of the register.</summary>
/// <param name="Subject">Its internal id.</param>
/// <param name="Number">Its credit code, or its registration number where it has none.</param>
public sealed record RegisteredEntity(string Subject, string Number);
