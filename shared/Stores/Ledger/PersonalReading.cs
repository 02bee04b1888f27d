using EntCredit.Domain.Events;

namespace EntCredit.Stores.Ledger;

/// <summary>What has become of an event's personal data.</summary>
public enum PersonalStanding
{
    /// <summary>The event has none, or is not known.</summary>
    None,

    /// <summary>It is kept, and given.</summary>
    Kept,

    /// <summary>Its key was destroyed: nobody can read it any more.</summary>
    Destroyed,
}

/// <summary>An event read with its personal data.</summary>
/// <param name="Standing">What has become of the personal data.</param>
/// <param name="Event">The event, with personal data where it is kept; null where the stream or version is not known.</param>
public sealed record PersonalReading(PersonalStanding Standing, DomainEvent? Event);
