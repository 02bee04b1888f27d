namespace EntCredit.CosmosStandIn;

/// <summary>In what way a call goes wrong.</summary>
public enum CosmosFault
{
    /// <summary>429: the throughput is used up; nothing happened.</summary>
    Throttled,

    /// <summary>503: no replica answers; nothing happened.</summary>
    Unavailable,

    /// <summary>412 although the condition holds, as where somebody wrote a moment before and the caller's own write came after; nothing happened.</summary>
    PreconditionFailed,

    /// <summary>408 after the write is committed: the caller cannot know.</summary>
    TimeoutAfterCommit,

    /// <summary>The connection breaks after the write is committed: the caller cannot know.</summary>
    BrokenAfterCommit,

    /// <summary>The connection breaks before anything happened: the caller cannot know.</summary>
    BrokenBefore,
}
