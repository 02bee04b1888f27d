using EntCredit.Domain.Departments;
using EntCredit.Domain.Errors;
using EntCredit.Domain.Jurisdictions;

namespace EntCredit.Domain.Tests.Departments;

/// <summary>C14: accounts are applied for, and issued by market supervision of the same level, where the document says so.</summary>
public sealed class AccountDeciderTests
{
    private static readonly DateTimeOffset At = new(2026, 1, 5, 2, 0, 0, TimeSpan.Zero);
    private static readonly AccountCommand.Apply Wanted =
        new(At, "hunan", "样例住建局", DepartmentLevel.Province, DepartmentRole.Provider, "业务系统", new AccountContact("张样例", "000"), new string('c', 64));

    [Theory]
    [InlineData("hunan", DepartmentLevel.Province, DepartmentRole.Court, "hunan-aic")]
    [InlineData("hunan", DepartmentLevel.County, DepartmentRole.Bank, "hunan-aic")]
    [InlineData("xinhui", DepartmentLevel.Central, DepartmentRole.Provider, "xinhui-aic")]
    public void Apply_WhereTheDocumentKnowsAccounts_WaitsForMarketSupervision(string jurisdiction, DepartmentLevel level, DepartmentRole role, string with)
    {
        var applied = Assert.IsType<AccountEvent.Applied>(Assert.Single(Decide(Wanted with { Jurisdiction = jurisdiction, Level = level, Role = role }, [], jurisdiction).Events));
        Assert.Equal((with, "张样例"), (applied.With, applied.Contact?.Name));
    }

    [Theory]
    [InlineData("jieshou")]
    [InlineData("chongqing")]
    [InlineData("fujian")]
    [InlineData("national")]
    public void Apply_WhereTheDocumentKnowsNone_IsRefused(string jurisdiction) => Assert.Equal(AccountErrors.NotHere, Decide(Wanted, [], jurisdiction).Error);

    [Theory]
    [InlineData("xinhui", DepartmentRole.Bank)]
    [InlineData("hunan", DepartmentRole.MarketSupervision)]
    [InlineData("hunan", DepartmentRole.Operator)]
    public void Apply_AsWhatIsNotAppliedFor_IsRefused(string jurisdiction, DepartmentRole role) =>
        Assert.Equal(AccountErrors.RoleNotHere, Decide(Wanted with { Role = role }, [], jurisdiction).Error);

    [Fact]
    public void Issue_OnceAnswered_HoldsAndNeverAnother()
    {
        var applied = Decide(Wanted, []).Events;
        var issue = new AccountCommand.Issue(At, "hunan-aic", "hunan-housing", new DateOnly(2026, 12, 31), At);
        IReadOnlyList<AccountEvent> issued = [.. applied, .. Decide(issue, applied).Events];
        Assert.Equal(AccountPhase.Issued, AccountApplication.Fold(issued).Phase);
        Assert.Empty(Decide(issue, issued).Events);
        Assert.Equal(AccountErrors.Answered, Decide(new AccountCommand.Refuse(At, "hunan-aic", "材料不全"), issued).Error);

        IReadOnlyList<AccountEvent> taken = [.. issued, .. Decide(new AccountCommand.TakeKey(At, "ab12"), issued).Events];
        Assert.Equal(AccountPhase.KeyTaken, AccountApplication.Fold(taken).Phase);
        Assert.Equal(AccountErrors.KeyShown, Decide(new AccountCommand.TakeKey(At, "cd34"), taken).Error);
    }

    [Fact]
    public void Issue_ByAnotherOrToAnotherOrForTooLong_IsRefused()
    {
        var applied = Decide(Wanted, []).Events;
        var issue = new AccountCommand.Issue(At, "hunan-aic", "hunan-housing", new DateOnly(2026, 12, 31), At);
        (AccountCommand, ErrorDefinition)[] wrong =
        [
            (issue with { By = "hunan-housing" }, AccountErrors.NotYours),
            (issue with { Department = "jieshou-housing" }, AccountErrors.OtherDepartment),
            (issue with { Department = "hunan-nobody" }, AccountErrors.OtherDepartment),
            (issue with { Until = new DateOnly(2026, 1, 4) }, KeyErrors.Days),
            (issue with { Until = new DateOnly(2028, 1, 6) }, KeyErrors.Days),
            (new AccountCommand.TakeKey(At, "ab12"), AccountErrors.NotIssued),
        ];
        Assert.All(wrong, one => Assert.Equal(one.Item2, Decide(one.Item1, applied).Error));
        Assert.Equal(AccountErrors.Unknown, Decide(issue, []).Error);

        // What was applied for is what is issued: the level and the role.
        Assert.Equal(AccountErrors.OtherDepartment, Decide(issue, Decide(Wanted with { Level = DepartmentLevel.County }, []).Events).Error);
        Assert.Equal(AccountErrors.OtherDepartment, Decide(issue, Decide(Wanted with { Role = DepartmentRole.Bank }, []).Events).Error);
    }

    [Fact]
    public void Refuse_WithAReason_IsTheAnswer()
    {
        var applied = Decide(Wanted, []).Events;
        var refuse = new AccountCommand.Refuse(At, "hunan-aic", "材料不全");
        IReadOnlyList<AccountEvent> refused = [.. applied, .. Decide(refuse, applied).Events];
        Assert.Equal((AccountPhase.Refused, "材料不全"), (AccountApplication.Fold(refused).Phase, AccountApplication.Fold(refused).Refusal?.Reason));
        Assert.Empty(Decide(refuse, refused).Events);
        Assert.Equal(AccountErrors.Answered, Decide(refuse with { Reason = "另有原因" }, refused).Error);
        Assert.Equal(AccountErrors.NotIssued, Decide(new AccountCommand.TakeKey(At, "ab12"), refused).Error);
    }

    private static Events.Decision<AccountEvent> Decide(AccountCommand command, IReadOnlyList<AccountEvent> history, string jurisdiction = "hunan") =>
        AccountDecider.Decide(command, AccountApplication.Fold(history), JurisdictionProfiles.Default.Get(jurisdiction), DepartmentRegister.Default);
}
