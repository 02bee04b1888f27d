using System.Collections.Immutable;

namespace EntCredit.LocalRuntime.Worker.Invocation;

/// <summary>What makes a function run once.</summary>
/// <param name="Value">The value for the trigger's parameter.</param>
/// <param name="Data">What the trigger captured, by name without regard to case.</param>
internal sealed record Trigger(object? Value, IReadOnlyDictionary<string, object?> Data)
{
    public static readonly IReadOnlyDictionary<string, object?> NoData = ImmutableDictionary<string, object?>.Empty;

    public Trigger(object? value)
        : this(value, NoData) { }

    /// <summary>The trace to continue where no activity is current, or null.</summary>
    public string? TraceParent { get; init; }

    /// <summary>Which of the retries of a policy this run is; null where there is no policy.</summary>
    public RetryContext? Retries { get; init; }
}
