namespace EntCredit.Stores.Views;

/// <summary>Which cases there are for whom; each one's state is its stream.</summary>
public interface ICaseIndex
{
    /// <summary>The streams of a kind that are found by a key, newest first.</summary>
    /// <param name="kind">The kind of case.</param>
    /// <param name="part">What the key is.</param>
    /// <param name="key">A department, a jurisdiction, a subject, or a stream.</param>
    /// <param name="after">The last stream of the page before, or null.</param>
    /// <param name="limit">At most so many.</param>
    /// <param name="cancellation">Stops the reading.</param>
    Task<IReadOnlyList<string>> FindAsync(
        CaseKind kind, CasePart part, string key, string? after, int limit, CancellationToken cancellation);

    /// <summary>The streams of some kinds about several enterprises, in one reading: by enterprise, each with its kind, newest first. What is about one that was found to be the same enterprise is about it too.</summary>
    /// <param name="kinds">The kinds.</param>
    /// <param name="subjects">Internal ids.</param>
    /// <param name="limit">At most so many of a kind about one enterprise.</param>
    /// <param name="cancellation">Stops the reading.</param>
    Task<IReadOnlyDictionary<string, IReadOnlyList<(CaseKind Kind, string Stream)>>> AboutAsync(
        IReadOnlyCollection<CaseKind> kinds, IReadOnlyCollection<string> subjects, int limit, CancellationToken cancellation);

    /// <summary>The sanctions of which an implementer, or a restriction that follows, was not told of the push or the lifting.</summary>
    Task<IReadOnlyList<string>> UnsettledSanctionsAsync(int limit, CancellationToken cancellation);

    /// <summary>Records of which nobody wrote down that what follows from them was carried out. At most <paramref name="limit"/>.</summary>
    Task<IReadOnlyList<string>> UnfollowedRecordsAsync(int limit, CancellationToken cancellation);

    /// <summary>The enterprises behind internal ids; one without name or number has neither.</summary>
    Task<IReadOnlyDictionary<string, KnownEnterprise>> EnterprisesAsync(IReadOnlyCollection<string> subjects, CancellationToken cancellation);
}

/// <summary>An enterprise as departments name it.</summary>
/// <param name="Name">Its registered name, or null.</param>
/// <param name="CreditCode">统一社会信用代码, or null.</param>
/// <param name="RegistrationNumber">工商注册号, or null.</param>
public sealed record KnownEnterprise(string? Name, string? CreditCode, string? RegistrationNumber);
