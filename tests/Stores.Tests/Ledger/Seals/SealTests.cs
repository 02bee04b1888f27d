using System.Text.Json;
using CsCheck;
using EntCredit.Domain.Records;
using EntCredit.Stores.Ledger;
using EntCredit.Stores.Ledger.Seals;
using EntCredit.Stores.Tests.Views;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Time.Testing;

namespace EntCredit.Stores.Tests.Ledger.Seals;

/// <summary>Three days of a ledger, sealed; and what somebody does to it afterwards.</summary>
public sealed class SealTests : IDisposable
{
    private readonly LedgerFolder _folder = new();
    private readonly FakeTimeProvider _legal = new(FirstMidnight);

    private static DateTimeOffset FirstMidnight { get; } = new(2026, 1, 5, 16, 2, 0, TimeSpan.Zero);

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task SealAsync_DayAfterDay_CoversEveryEventOnceAndLinks()
    {
        var seals = await FillAsync();

        Assert.Equal([("2026-01-06", 1, 2), ("2026-01-07", 3, 5), ("2026-01-08", 6, 8)], seals.Select(seal => ($"{seal.Sealed.Day:yyyy-MM-dd}", (int)seal.Sealed.From, (int)seal.Sealed.Through)));
        Assert.Equal(["", seals[0].Hash, seals[1].Hash], seals.Select(seal => seal.PreviousHash));
        Assert.Null((await VerifyAsync()).First);
    }

    [Fact]
    public async Task SealAsync_TwiceADayOrWithNothingNew_SealsOnce()
    {
        var ledger = _folder.Open();
        await Sealer(ledger).SealAsync(Cancellation);
        Assert.Empty(await ledger.SealsAsync(9, Cancellation));
        await PublishAsync(ledger, "r-1");
        await Sealer(ledger).SealAsync(Cancellation);
        await PublishAsync(ledger, "r-2");
        await Sealer(ledger).SealAsync(Cancellation);

        Assert.Single(await ledger.SealsAsync(9, Cancellation));
    }

    [Fact]
    public async Task VerifyAsync_StreamRewrittenWithEveryHash_IsFoundByItsDay()
    {
        await FillAsync();
        Rewrite("r-2", "0.50", "0.05");

        var first = (await VerifyAsync()).First;

        Assert.Equal((3, LedgerFaultKind.RootDiffers), (first!.Position, first.Kind));
    }

    [Fact]
    public async Task VerifyAsync_EverythingRewrittenWithTheSeals_IsFoundByASealKeptElsewhere()
    {
        var seals = await FillAsync();
        var kept = seals.ToDictionary(seal => seal.Sealed.Day, seal => seal.Hash);

        using var other = new LedgerFolder();
        await FillAsync(other.Open(), "r-9");
        Assert.Null((await LedgerVerifier.VerifyAsync(other.File, Cancellation)).First);
        Assert.Equal(LedgerFaultKind.KeptSealDiffers, (await LedgerVerifier.VerifyAsync(other.File, kept, Cancellation)).First!.Kind);
    }

    [Fact]
    public async Task VerifyAsync_NewestDaysCutOff_IsFoundByASealKeptElsewhere()
    {
        var seals = await FillAsync();
        LedgerDump.Execute(_folder.File, "DELETE FROM events WHERE position >= 7");
        LedgerDump.Execute(_folder.File, "DELETE FROM streams WHERE name = 'r-3'");
        LedgerDump.Execute(_folder.File, "UPDATE streams SET version = 2, hash = (SELECT e.hash FROM events e WHERE e.stream = streams.id AND e.version = 2) WHERE name = 'seals'");
        Assert.Null((await VerifyAsync()).First);

        var found = await LedgerVerifier.VerifyAsync(_folder.File, seals.ToDictionary(seal => seal.Sealed.Day, seal => seal.Hash), Cancellation);

        Assert.Equal(LedgerFaultKind.KeptSealDiffers, found.First!.Kind);
    }

    [Theory]
    [InlineData("r-1", 2)]
    [InlineData("r-2", 2)]
    [InlineData("r-3", 2)]
    public async Task Proof_OfAPublicRecord_HoldsByItself(string record, int events)
    {
        var seals = await FillAsync();

        var proof = Again(ProofMaker.Of(_folder.File, record));

        Assert.Null(ProofCheck.First(proof));
        Assert.Equal((events, seals[^1].Hash), (proof.Events.Count, proof.Seals[^1].Hash));
    }

    [Fact]
    public async Task Proof_AnyCharacterChanged_DoesNotHold()
    {
        await FillAsync();
        var text = JsonSerializer.Serialize(ProofMaker.Of(_folder.File, "r-2"), InclusionProof.Json);

        Gen.Select(Gen.Int[0, text.Length - 1], Gen.Char['0', 'z']).Sample((at, with) =>
        {
            // What stands between the tokens means nothing; nor does the case of a hexadecimal digit.
            if (char.IsWhiteSpace(text[at]) || char.ToLowerInvariant(text[at]) == char.ToLowerInvariant(with)) return;
            var altered = text[..at] + with + text[(at + 1)..];
            try
            {
                Assert.NotNull(ProofCheck.First(JsonSerializer.Deserialize<InclusionProof>(altered, InclusionProof.Json)!));
            }
            catch (JsonException)
            {
                // No proof at all any more.
            }
        });
    }

    [Theory]
    [InlineData("nothing", ProofRefusal.Unknown)]
    [InlineData("r-held", ProofRefusal.NotPublic)]
    [InlineData("r-late", ProofRefusal.NotSealed)]
    public async Task Proof_OfWhatIsNotPublicOrNotSealed_IsRefused(string record, ProofRefusal reason)
    {
        var ledger = _folder.Open();
        await ledger.AppendAsync([new Append("r-held", "r-held", 0, [Samples.Collected()])], Cancellation);
        await Sealer(ledger).SealAsync(Cancellation);
        await PublishAsync(ledger, "r-late");

        Assert.Equal(reason, Assert.Throws<ProofRefusedException>(() => ProofMaker.Of(_folder.File, record)).Reason);
    }

    private static InclusionProof Again(InclusionProof proof) =>
        JsonSerializer.Deserialize<InclusionProof>(JsonSerializer.Serialize(proof, InclusionProof.Json), InclusionProof.Json)!;

    private static Task PublishAsync(SqliteLedger ledger, string record) => ledger.AppendAsync(
        [new Append(record, record, 0, [Samples.Collected() with { Personal = null }, new RecordEvent.Published(Samples.At)])], Cancellation);

    private Task<IReadOnlyList<DaySeal>> FillAsync() => FillAsync(_folder.Open(), "r-1");

    private async Task<IReadOnlyList<DaySeal>> FillAsync(SqliteLedger ledger, string first)
    {
        var legal = new FakeTimeProvider(FirstMidnight);
        foreach (var record in new[] { first, "r-2", "r-3" })
        {
            await PublishAsync(ledger, record);
            legal.Advance(TimeSpan.FromDays(1));
            await Sealer(ledger, legal).SealAsync(Cancellation);
        }

        return [.. (await ledger.SealsAsync(9, Cancellation)).Reverse()];
    }

    private DaySealer Sealer(SqliteLedger ledger, TimeProvider? legal = null) => new(ledger, ledger, legal ?? _legal, NullLogger<DaySealer>.Instance);

    private Task<LedgerVerification> VerifyAsync() => LedgerVerifier.VerifyAsync(_folder.File, Cancellation);

    /// <summary>Changes a stream's first event and everything in the stream that follows from it, as somebody with the program at hand would.</summary>
    private void Rewrite(string stream, string from, string to)
    {
        var events = LedgerDump.Rows(_folder.File, $"SELECT e.position, e.canonical FROM events e JOIN streams s ON s.id = e.stream WHERE s.name = '{stream}' ORDER BY e.version");
        byte[] hash = [];
        foreach (var row in events)
        {
            var canonical = row[1].Replace(from, to, StringComparison.Ordinal);
            var next = new byte[EventHash.Bytes];
            EventHash.Compute(hash, System.Text.Encoding.UTF8.GetBytes(canonical), next);
            hash = next;
            LedgerDump.Execute(_folder.File, "UPDATE events SET canonical = $c, hash = $h WHERE position = $p", ("$c", canonical), ("$h", hash), ("$p", row[0]));
        }

        LedgerDump.Execute(_folder.File, "UPDATE streams SET hash = $h WHERE name = $s", ("$h", hash), ("$s", stream));
    }
}
