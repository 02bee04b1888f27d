using EntCredit.Domain.Intake;
using EntCredit.Domain.Records;
using static EntCredit.Domain.Tests.Records.RecordLife;

namespace EntCredit.Domain.Tests.Records;

/// <summary>P1, P2: only what is 依法应公示 is published; 三(二)6 适用简易程序作出的行政处罚信息 is collected only, in Jieshou.</summary>
public sealed class CollectedOnlyTests
{
    [Theory]
    [InlineData("jieshou", "简易程序", RecordPhase.CollectedOnly)]
    [InlineData("jieshou", "一般程序", RecordPhase.Collected)]
    [InlineData("xinhui", "简易程序", RecordPhase.Collected)]
    [InlineData("fujian", "简易程序", RecordPhase.Collected)]
    [InlineData("hunan", "简易程序", RecordPhase.Collected)]
    [InlineData("national", "简易程序", RecordPhase.Collected)]
    public void Take_SimpleProcedurePenalty_IsCollectedOnlyInJieshou(string profile, string procedure, RecordPhase phase)
    {
        var life = new RecordLife(profile);

        var collected = life.When(Take("2020-07-07 09:30:00", Penalty(procedure)))[0];

        Assert.Equal(phase, life.Phase);
        var isPublished = phase == RecordPhase.Collected;
        Assert.Equal(isPublished ? ["T1 housing 2020-07-15", "T2 scjg 2020-08-03"] : ["T1 housing 2020-07-15"], Opened(collected));
        Assert.Equal(["T1 Met"], Closed(collected));
    }

    [Theory]
    [InlineData(UseScope.GovernmentOnly)]
    [InlineData(UseScope.OnAuthorization)]
    public void Take_NarrowerScope_IsCollectedAndNeverPublished(UseScope scope)
    {
        var life = new RecordLife();

        var collected = life.When(Take("2020-07-07 09:30:00", Permit() with { Scope = scope }))[0];

        Assert.Equal(["T1 housing 2020-07-15"], Opened(collected));
        Assert.Empty(life.State.OpenDuties);
        Assert.Empty(life.When(new RecordCommand.DeclareReviewed(At("2020-07-08 09:00:00"), Provider)));
        Assert.Empty(life.When(new RecordCommand.Join(At("2020-07-08 09:00:00"))));
        Assert.Equal(RecordErrors.NotPublishable, life.Impossible(new RecordCommand.Publish(At("2020-07-08 09:00:01"))));
        Assert.Equal(RecordPhase.CollectedOnly, life.Phase);
    }

    [Theory]
    // 奖励表彰: published in Chongqing, collected only in Jieshou (三(二)1).
    [InlineData("jieshou", "commendation", RecordPhase.CollectedOnly)]
    [InlineData("chongqing", "commendation", RecordPhase.Collected)]
    [InlineData("jieshou", "unheard-of", RecordPhase.CollectedOnly)]
    [InlineData("hunan", "unheard-of", RecordPhase.CollectedOnly)]
    public void Take_ByKind_FollowsTheProfilesLists(string profile, string item, RecordPhase phase)
    {
        var life = new RecordLife(profile);

        life.When(Take("2020-07-07 09:30:00", Permit() with { Item = item }));

        Assert.Equal(phase, life.Phase);
    }

    [Theory]
    // A33: in Jieshou T1 binds all 涉企信息, elsewhere what is 依法应当公示.
    [InlineData("jieshou", true)]
    [InlineData("xinhui", false)]
    [InlineData("fujian", false)]
    [InlineData("hunan", false)]
    [InlineData("national", false)]
    public void Take_KindThatIsNotPublished_OwesCollectionOnlyWhereAllInformationIsBound(string profile, bool bound)
    {
        var life = new RecordLife(profile);

        var collected = life.When(Take("2020-07-07 09:30:00", Permit() with { Item = "commendation" }))[0];

        Assert.Equal(bound ? ["T1 housing 2020-07-15"] : [], Opened(collected));
        Assert.Empty(life.State.OpenDuties);
    }

    [Fact]
    public void Take_NarrowerScopeInHunan_StillOwesCollectionForItsKind()
    {
        // The law's kind binds, not the provider's word: otherwise a declared scope would end the duty to give it.
        var life = new RecordLife("hunan");

        Assert.Equal(["T1 housing 2020-07-15"], Opened(life.When(Take("2020-07-07 09:30:00", Permit() with { Scope = UseScope.GovernmentOnly }))[0]));
    }
}
