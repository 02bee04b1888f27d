using EntCredit.CosmosStandIn;
using EntCredit.Stores.Ledger;

namespace EntCredit.Stores.Tests.Ledger.Cosmos;

/// <summary>On Cosmos DB a step is a request: of the real SDK, to the stand-in.</summary>
public sealed class CosmosLedgerFaultTests : LedgerFaultContract
{
    protected override async Task<IReadOnlyList<string>?> RunAsync(Mishap? mishap, int step)
    {
        await using var town = await CosmosTown.StartAsync(ranges: 2);
        var (left, met, dead) = (step, false, false);
        town.Server.Faults = call =>
        {
            if (dead) return CosmosFault.BrokenBefore;
            if (mishap is null || !Concerns(mishap.Value, call) || Interlocked.Decrement(ref left) != -1) return null;
            met = true;
            dead = mishap == Mishap.Crash;
            return FaultOf(mishap.Value);
        };
        CosmosLedger? ledger = null;
        await CommandAsync(() =>
        {
            // Who crashed begins with a process of its own; who was told of a failure goes on with what he has.
            if (dead) (ledger, dead) = (null, false);
            return ledger ??= town.Open();
        });
        town.Server.Faults = null;
        return met || mishap is null ? await ReadAsync(town.Open()) : null;
    }

    private static bool Concerns(Mishap mishap, CosmosCall call) => mishap is Mishap.Throttled or Mishap.Crash || call.IsWrite;

    private static CosmosFault FaultOf(Mishap mishap) => mishap switch
    {
        Mishap.AnswerLost => CosmosFault.TimeoutAfterCommit,
        Mishap.VersionTaken => CosmosFault.PreconditionFailed,
        Mishap.Throttled => CosmosFault.Throttled,
        _ => CosmosFault.BrokenBefore,
    };
}
