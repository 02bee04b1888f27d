using EntCredit.Domain.Departments;

namespace EntCredit.Domain.Tests.Departments;

/// <summary>A department's keys: issued for days that make sense, rotated with an overlap, revoked at once.</summary>
public sealed class KeyDeciderTests
{
    private static readonly DateTimeOffset Now = DateTimeOffset.Parse("2026-03-02T02:00:00Z");
    private static readonly ApiKey OfFile = new(new string('f', 64), new(2020, 1, 1), null, "文件");

    private static readonly Department Department = new(
        "yunling-tax", "云岭州税务局", "yunling", DepartmentLevel.Central, "539900", [DepartmentRole.Provider], [OfFile], new(2020, 1, 1), null);

    [Fact]
    public void Issue_SoundDays_IsAFactWithTheHashOnly()
    {
        var key = Key('a', "2026-03-02", "2027-03-02");
        var decision = KeyDecider.Decide(Issue(key), Ring());
        Assert.Equal([new KeyEvent.Issued(Now, "yunling-tax", key, "yunling-scjg")], decision.Events);
    }

    [Fact]
    public void Issue_Again_IsNothing()
    {
        var key = Key('a', "2026-03-02", "2027-03-02");
        Assert.Empty(KeyDecider.Decide(Issue(key), Ring(new KeyEvent.Issued(Now, Department.Id, key, "x"))).Events);
    }

    [Theory]
    [InlineData("2026-03-02", "2026-03-01", "EC1203")]
    [InlineData("2025-03-02", "2026-03-01", "EC1203")]
    [InlineData("2026-03-02", "2028-03-03", "EC1203")]
    [InlineData("2026-03-02", null, "EC1203")]
    [InlineData("2026-03-02", "2028-03-02", null)]
    [InlineData("2026-03-02", "2026-03-02", null)]
    [InlineData("2026-06-01", "2028-06-01", null)]
    public void Issue_OfDays_IsOnlyPossibleWhereTheKeyCanHoldAndEnds(string from, string? until, string? error) =>
        Assert.Equal(error, KeyDecider.Decide(Issue(Key('a', from, until)), Ring()).Error?.Code);

    [Fact]
    public void Issue_MoreThanTheMostInForce_IsImpossibleUntilOneIsRevoked()
    {
        KeyEvent[] nine = [.. Enumerable.Range(0, KeyDecider.MostInForce - 1).Select(n => new KeyEvent.Issued(Now, Department.Id, Key((char)('0' + n), "2026-03-02", "2027-03-02"), "x"))];
        Assert.Equal(KeyErrors.TooMany, KeyDecider.Decide(Issue(Key('a', "2026-03-02", "2027-03-02")), Ring(nine)).Error);
        Assert.Single(KeyDecider.Decide(Issue(Key('a', "2026-03-02", "2027-03-02")), Ring([.. nine, new KeyEvent.Revoked(Now, Department.Id, OfFile.Hash, "x")])).Events);
    }

    [Fact]
    public void Revoke_AKeyOfTheFile_EndsItAtOnceWhateverItsDays()
    {
        var id = OfFile.Hash[..KeyText.IdDigits];
        var decision = KeyDecider.Decide(new KeyCommand.Revoke(Now, "yunling-scjg", id), Ring());
        var revoked = Assert.IsType<KeyEvent.Revoked>(Assert.Single(decision.Events));
        Assert.True(Ring().Find(id)!.HoldsAt(Now));
        Assert.False(Ring(revoked).Find(id)!.HoldsAt(Now));
        Assert.Empty(KeyDecider.Decide(new KeyCommand.Revoke(Now, "yunling-scjg", id), Ring(revoked)).Events);
    }

    [Fact]
    public void Revoke_AnUnknownKey_IsImpossible() =>
        Assert.Equal(KeyErrors.Unknown, KeyDecider.Decide(new KeyCommand.Revoke(Now, "x", "000000000000"), Ring()).Error);

    [Fact]
    public void Revoke_TheOldOfTwo_LeavesTheNew()
    {
        var ring = Ring(new KeyEvent.Issued(Now, Department.Id, Key('a', "2026-03-02", "2027-03-02"), "x"), new KeyEvent.Revoked(Now, Department.Id, OfFile.Hash, "x"));
        Assert.Equal([false, true], ring.Keys.Select(held => held.HoldsAt(Now)));
    }

    private static KeyCommand.Issue Issue(ApiKey key) => new(Now, "yunling-scjg", key, Now);

    private static ApiKey Key(char digit, string from, string? until) =>
        new(new string(digit, 64), DateOnly.Parse(from), until is null ? null : DateOnly.Parse(until), "接口");

    private static KeyRing Ring(params KeyEvent[] history) => KeyRing.Fold(Department, history);
}
