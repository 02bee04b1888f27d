using EntCredit.Domain.Departments;
using EntCredit.Domain.Events;
using EntCredit.Stores.Ledger;
using Microsoft.Extensions.DependencyInjection;

namespace EntCredit.Stores.Departments;

/// <summary>
/// The keys of every department: the file's and the ledger's. Kept in memory by hash, so that a look-up takes the same time for every key,
/// and read again when they are older than <see cref="Freshness"/>: a key revoked by another instance is refused within that time, by this one at once.
/// </summary>
public sealed class DepartmentKeys(Func<DepartmentRegister> departments, ILedger ledger, [FromKeyedServices("machine")] TimeProvider machine)
{
    /// <summary>How old what is known may be.</summary>
    public static readonly TimeSpan Freshness = TimeSpan.FromSeconds(2);

    private volatile Known? known;

    /// <summary>The department whose key this is; null where it is unknown, revoked, not in force, or the department does not exist now.</summary>
    /// <param name="key">The key as presented.</param>
    /// <param name="cancellation">Ends the wait.</param>
    public async Task<Department?> FindAsync(string key, CancellationToken cancellation)
    {
        var now = machine.GetUtcNow();
        var current = known is { } fresh && now - fresh.ReadAt < Freshness && now >= fresh.ReadAt ? fresh : await ReadAsync(now, cancellation);
        return current.ByHash.TryGetValue(KeyText.HashOf(key), out var held) && held.Key.HoldsAt(now) && held.Department.ExistsAt(now) ? held.Department : null;
    }

    /// <summary>A department's keys, revoked ones too.</summary>
    public async Task<KeyRing> OfAsync(Department department, CancellationToken cancellation) =>
        KeyRing.Fold(department, (await ledger.LoadAsync(KeyEvent.StreamOf(department.Id), cancellation)).Events.Cast<KeyEvent>());

    /// <summary>Decides a command and commits what follows.</summary>
    /// <exception cref="LedgerConflictException">Somebody else changed the department's keys meanwhile.</exception>
    public async Task<Decision<KeyEvent>> DecideAsync(Department department, KeyCommand command, CancellationToken cancellation)
    {
        var stream = await ledger.LoadAsync(KeyEvent.StreamOf(department.Id), cancellation);
        var decision = KeyDecider.Decide(command, KeyRing.Fold(department, stream.Events.Cast<KeyEvent>()));
        if (decision.Error is not null || decision.Events.Count == 0) return decision;
        await ledger.AppendAsync([new Append(stream.Stream, stream.Partition ?? stream.Stream, stream.Version, decision.Events)], cancellation);
        known = null;
        return decision;
    }

    private async Task<Known> ReadAsync(DateTimeOffset now, CancellationToken cancellation)
    {
        var all = departments().All;
        var streams = await ledger.LoadManyAsync([.. all.Select(department => KeyEvent.StreamOf(department.Id))], cancellation);
        var byHash = new Dictionary<string, (HeldKey Key, Department Department)>(StringComparer.Ordinal);
        foreach (var department in all)
        {
            var ring = KeyRing.Fold(department, streams[KeyEvent.StreamOf(department.Id)].Events.Cast<KeyEvent>());
            foreach (var held in ring.Keys) byHash[held.Key.Hash] = (held, department);
        }

        return known = new Known(now, byHash);
    }

    private sealed record Known(DateTimeOffset ReadAt, IReadOnlyDictionary<string, (HeldKey Key, Department Department)> ByHash);
}
