namespace EntCredit.Functions.Records;

/// <summary>What an app posts; <see cref="Stores.Files.PostedRecords"/> reads it.</summary>
/// <param name="Item">The catalogue item.</param>
/// <param name="Records">The records, at most 1,000, each by field codes or Chinese names; one alone may stand without the list.</param>
/// <param name="SecrecyReview">done or pending; else each record says it, or the profile.</param>
/// <param name="Channel">The profile's channel that the records come by; else its first that systems feed.</param>
public sealed record PostRequest(string Item, IReadOnlyList<IReadOnlyDictionary<string, object?>> Records, string? SecrecyReview = null, string? Channel = null);
