using EntCredit.Domain.Inspections;
using EntCredit.Domain.Tests.Rules;

namespace EntCredit.Domain.Tests.Inspections;

/// <summary>界政办〔2020〕5号 五(四): “建立完整的‘随机抽查事项清单…’,并实施动态管理” (R1).</summary>
public sealed class MatterListTests
{
    private static readonly MatterCommand.Put Put = new(
        Law.At("2020-07-01 10:00"), "jieshou-scjg", "jieshou", new Matter("S-01", "示例事项", "示例依据"));

    [Fact]
    public void Put_AgainWithOtherWords_ChangesThem()
    {
        var play = New();
        play.Do(Put);

        Assert.Empty(play.Do(Put with { At = Law.At("2020-07-02 10:00") }));
        Assert.Single(play.Do(Put with { Matter = Put.Matter with { Basis = "示例依据（修订）" } }));
        Assert.Equal("示例依据（修订）", play.State.Matters["S-01"].Basis);
    }

    [Fact]
    public void Remove_Twice_IsOnce()
    {
        var play = New();
        play.Do(Put);
        var remove = new MatterCommand.Remove(Law.At("2020-07-02 10:00"), "jieshou-scjg", "S-01");

        Assert.Single(play.Do(remove));
        Assert.Empty(play.Do(remove));
        Assert.Empty(play.State.Matters);
    }

    private static Play<MatterCommand, MatterEvent, MatterList> New() => new(MatterList.Initial, MatterDecider.Decide, MatterList.Evolve);
}
