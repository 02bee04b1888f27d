using System.Security.Cryptography;
using EntCredit.Stores.Ledger.Sqlite;
using Microsoft.Data.Sqlite;

namespace EntCredit.Stores.Ledger;

/// <summary>
/// Recomputes the chain and the seals of a SQLite ledger from its stored canonical bytes alone. Needs no running system and no other file; where the file of the
/// personal data's keys lies beside, what is not destroyed is checked against its digests too.
/// </summary>
public static class LedgerVerifier
{
    private const string Last = "SELECT max(position) FROM events";

    private const string Heads = """
        SELECT s.name, s.version, e.position, s.hash, e.hash, (SELECT max(m.version) FROM events m WHERE m.stream = s.id)
        FROM streams s LEFT JOIN events e ON e.stream = s.id AND e.version = s.version
        """;

    private const string Personal = """
        SELECT p.position, s.name, e.version, p.key, p.sealed, e.canonical
        FROM personal p JOIN events e ON e.position = p.position JOIN streams s ON s.id = e.stream ORDER BY p.position
        """;

    private static readonly IReadOnlyDictionary<DateOnly, string> NoSeals = new Dictionary<DateOnly, string>();

    /// <summary>Verifies a ledger's file by itself.</summary>
    /// <param name="path">The ledger's file.</param>
    /// <param name="cancellation">Stops it.</param>
    public static Task<LedgerVerification> VerifyAsync(string path, CancellationToken cancellation) => VerifyAsync(path, NoSeals, cancellation);

    /// <summary>Verifies a ledger's file.</summary>
    /// <param name="path">The ledger's file.</param>
    /// <param name="kept">The hashes of seals that were kept elsewhere, by day.</param>
    /// <param name="cancellation">Stops it.</param>
    public static async Task<LedgerVerification> VerifyAsync(string path, IReadOnlyDictionary<DateOnly, string> kept, CancellationToken cancellation)
    {
        if (!File.Exists(path)) throw new FileNotFoundException("There is no ledger.", path);
        using var session = ReadSessions.Open(path);
        var last = session.Prepare(Last).First(row => row.Number(0)) ?? 0;
        var chain = await ChainAsync(path, last, cancellation);
        var (streams, head) = CheckHeads(session, last);
        var first = chain.Append(head).Append(CheckPersonal(session, path)).Append(SealVerification.First(path, kept, cancellation)).OfType<LedgerFault>().MinBy(fault => fault.Position);
        return new LedgerVerification(last, streams, first);
    }

    private static async Task<IEnumerable<LedgerFault?>> ChainAsync(string path, long last, CancellationToken cancellation)
    {
        var parts = Environment.ProcessorCount;
        var each = last / parts + 1;
        return await Task.WhenAll(Enumerable.Range(0, parts).Select(part => Task.Run(
            () => ChainVerification.First(path, part * each + 1, Math.Min(last, (part + 1) * each), cancellation), cancellation)));
    }

    private static (long Streams, LedgerFault? First) CheckHeads(SqliteSession session, long last)
    {
        var streams = 0L;
        LedgerFault? first = null;
        var heads = session.Prepare(Heads);
        while (heads.Step())
        {
            streams++;
            var (version, position) = (heads.Number(1), heads.NumberOrNull(2) ?? last);
            var asWritten = heads.Number(5) == version && heads.Bytes(3).SequenceEqual(heads.Bytes(4));
            if (!asWritten && (first is null || position < first.Position))
                first = new LedgerFault(position, heads.Text(0), version, LedgerFaultKind.HeadDiffers);
        }

        return (streams, first);
    }

    private static LedgerFault? CheckPersonal(SqliteSession session, string path)
    {
        if (!File.Exists(SqliteLedger.KeyFile(path))) return null;
        using var random = RandomNumberGenerator.Create();
        using var vault = new PersonalVault(SqliteLedger.KeyFile(path), random);
        var rows = session.Prepare(Personal);
        LedgerFault? first = null;
        while (first is null && rows.Step())
        {
            if (!Matches(vault, rows)) first = new LedgerFault(rows.Number(0), rows.Text(1), rows.Number(2), LedgerFaultKind.PersonalDiffers);
        }

        rows.Reset();
        return first;
    }

    private static bool Matches(PersonalVault vault, Statement row)
    {
        try
        {
            return vault.Open(row.Number(3), row.Text(1), row.Number(2), row.Bytes(4)) is not { } plain
                || EventEnvelope.Read(row.Bytes(5)).PersonalDigest == Convert.ToHexStringLower(SHA256.HashData(plain));
        }
        catch (Exception unreadable) when (unreadable is not SqliteException)
        {
            return false;
        }
    }
}
