namespace EntCredit.LocalRuntime.Durable;

/// <summary>One page of a longer result.</summary>
public sealed class Page<T> where T : notnull
{
    /// <summary>Makes a page.</summary>
    /// <param name="values">The values.</param>
    /// <param name="continuationToken">Where the next page begins; null at the end.</param>
    public Page(IReadOnlyList<T> values, string? continuationToken = null)
    {
        Values = values ?? throw new ArgumentNullException(nameof(values));
        ContinuationToken = continuationToken;
    }

    /// <summary>The values.</summary>
    public IReadOnlyList<T> Values { get; }

    /// <summary>Where the next page begins; null at the end.</summary>
    public string? ContinuationToken { get; }
}
