namespace EntCredit.Domain.Catalogue;

/// <summary>Who may see an item's records, before any profile or record narrows it.</summary>
public enum Disclosure
{
    /// <summary>依法公示: the public.</summary>
    Published,

    /// <summary>政府内部共享: other departments, for a recorded purpose.</summary>
    Shared,

    /// <summary>内部: the provider and market supervision only.</summary>
    Internal,
}
