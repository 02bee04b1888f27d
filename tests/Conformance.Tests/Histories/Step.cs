namespace EntCredit.Conformance.Tests.Histories;

/// <summary>What happens to a running story from outside.</summary>
internal abstract record Step
{
    /// <summary>Somebody wakes it.</summary>
    public sealed record Wake : Step;

    /// <summary>The legal clock moves.</summary>
    public sealed record Days(int Count) : Step;

    /// <summary>The machine clock moves: a retry's delay passes.</summary>
    public sealed record Seconds(int Count) : Step;
}
