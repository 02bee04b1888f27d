namespace EntCredit.Domain.Jurisdictions;

/// <summary>Which information the collection clock binds (A33).</summary>
public enum CollectionScope
{
    /// <summary>Every 涉企信息.</summary>
    AllInformation,

    /// <summary>依法应当公示的信息 only.</summary>
    PublishableInformation,
}
