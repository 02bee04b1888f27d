namespace EntCredit.Domain.Jurisdictions;

/// <summary>What becomes of information of a kind.</summary>
public enum Exposure
{
    /// <summary>依法应公示: collected and published under the enterprise.</summary>
    Published,

    /// <summary>其他涉企信息: collected, shared within government, never published.</summary>
    CollectedOnly,

    /// <summary>Outside the document's definition: not collected at all.</summary>
    NotCollected,
}
