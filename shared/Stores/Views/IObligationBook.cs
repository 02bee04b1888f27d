using EntCredit.Domain.Obligations;

namespace EntCredit.Stores.Views;

/// <summary>Every duty that the ledger knows.</summary>
public interface IObligationBook
{
    /// <summary>The duties that lived in a period: opened before its end, and not ended before its start. In the order of debtor, rule, due day, stream.</summary>
    IAsyncEnumerable<Obligation> LivingInAsync(DateTimeOffset from, DateTimeOffset until, CancellationToken cancellation);

    /// <summary>The duties about one stream, by rule.</summary>
    Task<IReadOnlyList<Obligation>> AboutAsync(string stream, CancellationToken cancellation);

    /// <summary>The uploads of which something is owed by a day that has not ended at an instant, each with every day that was announced for it.</summary>
    /// <param name="rule">The rule of what is owed.</param>
    /// <param name="at">The instant.</param>
    /// <param name="cancellation">Stops the reading.</param>
    Task<IReadOnlyList<OwingBatch>> BatchesOwingAsync(string rule, DateTimeOffset at, CancellationToken cancellation);

    /// <summary>The streams that have a duty not ended whose last day ended before an instant, and of which that is not noted yet; at most <paramref name="limit"/>.</summary>
    Task<IReadOnlyList<string>> UnnotedOverdueAsync(DateTimeOffset at, int limit, CancellationToken cancellation);
}

/// <summary>An upload of which something is owed.</summary>
/// <param name="Batch">Its id.</param>
/// <param name="Jurisdiction">The profile that it follows.</param>
/// <param name="Announced">The last day as it was announced when the duty opened; a notice may have moved it since.</param>
public sealed record OwingBatch(string Batch, string Jurisdiction, DateOnly Announced);
