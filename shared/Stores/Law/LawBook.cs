using EntCredit.Domain.LoadedFiles;
using EntCredit.Stores.Ledger;

namespace EntCredit.Stores.Law;

/// <summary>The data files in force: those that the program was set up with, and those that the ledger has brought since.</summary>
/// <param name="own">The files that the program was set up with.</param>
/// <param name="ledger">Where loaded files are facts.</param>
public sealed class LawBook(LawFiles own, ILedger ledger)
{
    private static readonly string[] Streams = [.. Enum.GetValues<LawFileKind>().Select(LawEvent.StreamOf)];

    private volatile Known known = new("", own);

    /// <summary>The files in force as last read.</summary>
    public LawFiles Current => known.Files;

    /// <summary>Reads what others have loaded.</summary>
    /// <exception cref="LawFileException">The ledger holds a file that this version of the program cannot use; the files in force stay.</exception>
    public async Task RefreshAsync(CancellationToken cancellation) => await ReadAsync(cancellation);

    /// <summary>What loading a file would change; nothing is written.</summary>
    /// <exception cref="LawFileException">The file cannot hold.</exception>
    public async Task<LawChange> TryAsync(LawFileKind kind, LawFile file, string by, DateTimeOffset at, CancellationToken cancellation)
    {
        await ReadAsync(cancellation);
        return LawDecider.Load(Current, kind, file, by, at);
    }

    /// <summary>Loads a file: it holds here at once, elsewhere within seconds.</summary>
    /// <exception cref="LawFileException">The file cannot hold; nothing was changed.</exception>
    /// <exception cref="LedgerConflictException">Somebody else loaded a file of the kind meanwhile.</exception>
    public async Task<LawChange> LoadAsync(LawFileKind kind, LawFile file, string by, DateTimeOffset at, CancellationToken cancellation)
    {
        var streams = await ReadAsync(cancellation);
        var change = LawDecider.Load(Current, kind, file, by, at);
        if (change.Loaded is not { } loaded) return change;
        var stream = streams[LawEvent.StreamOf(kind)];
        await ledger.AppendAsync([new Append(stream.Stream, stream.Stream, stream.Version, [loaded])], cancellation);
        await ReadAsync(cancellation);
        return change;
    }

    private async Task<IReadOnlyDictionary<string, LoadedStream>> ReadAsync(CancellationToken cancellation)
    {
        var streams = await ledger.LoadManyAsync(Streams, cancellation);
        var versions = string.Join('/', Streams.Select(stream => streams[stream].Version));
        if (versions != known.Versions)
            known = new Known(versions, own.After(Streams.SelectMany(stream => streams[stream].Events.Cast<LawEvent.FileLoaded>())));
        return streams;
    }

    private sealed record Known(string Versions, LawFiles Files);
}
