using EntCredit.Domain.Subjects;

namespace EntCredit.Stores.Views;

/// <summary>What taking rows asks of the ledger: by narrow keys, many at once.</summary>
public interface IIntakeIndex
{
    /// <summary>The subjects known by these numbers.</summary>
    Task<IReadOnlyDictionary<(AliasKind Kind, string Value), KnownSubject>> SubjectsAsync(
        IReadOnlyCollection<(AliasKind Kind, string Value)> aliases, CancellationToken cancellation);

    /// <summary>The records found by <see cref="Domain.Records.RecordKeys"/>: identity keys of collected records, mending keys of rows that are still refused.</summary>
    Task<IReadOnlyDictionary<string, string>> RecordsAsync(IReadOnlyCollection<string> keys, CancellationToken cancellation);

    /// <summary>Whether any refused row waits to be mended: where none does, no key of one needs to be asked for.</summary>
    Task<bool> AnyRefusedAsync(CancellationToken cancellation);

    /// <summary>The first batch of a department and item with these bytes that was read, other than the one asking; or null.</summary>
    Task<string?> BatchWithContentAsync(string department, string item, string contentSha256, string askingBatch, CancellationToken cancellation);

    /// <summary>The parked records of these subjects.</summary>
    Task<IReadOnlyList<string>> ParkedRecordsAsync(IReadOnlyCollection<string> subjects, CancellationToken cancellation);
}

/// <summary>A subject as the intake knows it.</summary>
/// <param name="Id">Its internal id.</param>
/// <param name="Registered">True where the register has brought it.</param>
public sealed record KnownSubject(string Id, bool Registered);
