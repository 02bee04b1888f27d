using EntCredit.Domain.Departments;
using EntCredit.Stores.Departments;
using EntCredit.Stores.Tests.Ledger;
using Microsoft.Extensions.Time.Testing;

namespace EntCredit.Stores.Tests.Departments;

/// <summary>Keys of the file and of the ledger open the same doors; a revoked one opens none, here at once and elsewhere within seconds.</summary>
public sealed class DepartmentKeysTests : IDisposable
{
    private static readonly DateTimeOffset Now = DateTimeOffset.Parse("2026-03-02T02:00:00Z");
    private static readonly string New = KeyText.Of(new byte[32]);

    private readonly LedgerFolder folder = new();
    private readonly FakeTimeProvider machine = new(Now);
    private readonly DepartmentKeys here;
    private readonly DepartmentKeys elsewhere;

    public DepartmentKeysTests()
    {
        var ledger = folder.Open();
        here = new DepartmentKeys(() => DepartmentRegister.Default, ledger, machine);
        elsewhere = new DepartmentKeys(() => DepartmentRegister.Default, ledger, machine);
    }

    private static Department Housing => DepartmentRegister.Default.Find("jieshou-housing")!;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Find_KeyOfTheFile_IsItsDepartment()
    {
        Assert.Equal("jieshou-housing", (await here.FindAsync("dev-jieshou-housing", Cancellation))?.Id);
        Assert.Null(await here.FindAsync("dev-jieshou-nobody", Cancellation));
        Assert.Null(await here.FindAsync(KeyText.HashOf("dev-jieshou-housing"), Cancellation));
    }

    [Fact]
    public async Task Issue_ThenFind_IsItsDepartmentFromItsFirstToTheEndOfItsLastDay()
    {
        await IssueAsync(new DateOnly(2026, 3, 3), new DateOnly(2026, 3, 4));
        foreach (var (at, there) in new[] { ("2026-03-02T15:59:59Z", false), ("2026-03-02T16:00:00Z", true), ("2026-03-04T15:59:59Z", true), ("2026-03-04T16:00:00Z", false) })
        {
            machine.SetUtcNow(DateTimeOffset.Parse(at));
            Assert.Equal(there, await here.FindAsync(New, Cancellation) is not null);
        }
    }

    [Fact]
    public async Task Revoke_AKeyOfTheLedgerOrTheFile_IsRefusedHereAtOnce()
    {
        await IssueAsync(new DateOnly(2026, 3, 2), new DateOnly(2027, 3, 2));
        foreach (var key in new[] { New, "dev-jieshou-housing" })
        {
            Assert.NotNull(await here.FindAsync(key, Cancellation));
            await RevokeAsync(key);
            Assert.Null(await here.FindAsync(key, Cancellation));
        }
    }

    [Fact]
    public async Task Revoke_OnAnotherInstance_IsRefusedWithinTheFreshness()
    {
        Assert.NotNull(await elsewhere.FindAsync("dev-jieshou-housing", Cancellation));
        await RevokeAsync("dev-jieshou-housing");
        machine.Advance(DepartmentKeys.Freshness);
        Assert.Null(await elsewhere.FindAsync("dev-jieshou-housing", Cancellation));
    }

    [Fact]
    public async Task Of_ADepartment_ListsBothWithWhatBecameOfThem()
    {
        await IssueAsync(new DateOnly(2026, 3, 2), new DateOnly(2027, 3, 2));
        await RevokeAsync("dev-jieshou-housing");
        var keys = (await here.OfAsync(Housing, Cancellation)).Keys;
        Assert.Equal([(true, true), (false, false)], keys.Select(held => (held.IssuedAt is null, held.RevokedAt is not null)));
        Assert.Equal([false, true], keys.Select(held => held.HoldsAt(Now)));
    }

    public void Dispose() => folder.Dispose();

    private async Task IssueAsync(DateOnly from, DateOnly until)
    {
        var decision = await here.DecideAsync(Housing, new KeyCommand.Issue(Now, "jieshou-scjg", new ApiKey(KeyText.HashOf(New), from, until, "接口"), Now), Cancellation);
        Assert.Null(decision.Error);
        Assert.Single(decision.Events);
    }

    private async Task RevokeAsync(string key) =>
        Assert.Single((await here.DecideAsync(Housing, new KeyCommand.Revoke(Now, "jieshou-scjg", KeyText.HashOf(key)[..KeyText.IdDigits]), Cancellation)).Events);
}
