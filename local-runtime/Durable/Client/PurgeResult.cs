namespace EntCredit.LocalRuntime.Durable.Client;

/// <summary>What a purge did.</summary>
public class PurgeResult
{
    /// <summary>So many instances were purged.</summary>
    public PurgeResult(int count)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(count);
        PurgedInstanceCount = count;
    }

    /// <summary>So many were purged, and whether these were all.</summary>
    public PurgeResult(int count, bool? isComplete) : this(count) => IsComplete = isComplete;

    /// <summary>How many were purged.</summary>
    public int PurgedInstanceCount { get; }

    /// <summary>Whether nothing is left to purge; null where that is not known.</summary>
    public bool? IsComplete { get; }
}
