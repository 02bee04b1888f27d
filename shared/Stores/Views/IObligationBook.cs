using EntCredit.Domain.Obligations;

namespace EntCredit.Stores.Views;

/// <summary>Every duty that the ledger knows.</summary>
public interface IObligationBook
{
    /// <summary>The duties that lived in a period: opened before its end, and not ended before its start. In the order of debtor, rule, due day, stream.</summary>
    IAsyncEnumerable<Obligation> LivingInAsync(DateTimeOffset from, DateTimeOffset until, CancellationToken cancellation);

    /// <summary>The duties about one stream, by rule.</summary>
    Task<IReadOnlyList<Obligation>> AboutAsync(string stream, CancellationToken cancellation);

    /// <summary>The streams that have a duty not ended whose last day ended before an instant, and of which that is not noted yet; at most <paramref name="limit"/>.</summary>
    Task<IReadOnlyList<string>> UnnotedOverdueAsync(DateTimeOffset at, int limit, CancellationToken cancellation);
}
