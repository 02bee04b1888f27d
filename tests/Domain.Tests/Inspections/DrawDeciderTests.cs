using System.Security.Cryptography;
using System.Text;
using EntCredit.Domain.Inspections;
using EntCredit.Domain.Tests.Rules;

namespace EntCredit.Domain.Tests.Inspections;

/// <summary>界政办〔2020〕5号 五(四): “随机抽取监管对象、随机选派执法检查人员和及时公开检查结果” (R2, R3).</summary>
public sealed class DrawDeciderTests
{
    internal static readonly DrawCommand.Commit Commit = new(
        Law.At("2020-07-01 10:00"), ["jieshou-scjg", "jieshou-housing"], "jieshou", "matter-1", Digest("seed"), "lists-1");

    internal static readonly DrawCommand.Draw Drawing = new(Law.At("2020-07-02 10:00"), "jieshou-scjg", "seed", ["s-1", "s-2"], ["i-1"]);

    [Fact]
    public void Draw_OfTheCommittedSeed_KeepsWhatWasDrawn()
    {
        var play = New();
        play.Do(Commit, Drawing);

        Assert.Equal(DrawPhase.Drawn, play.State.Phase);
        Assert.Equal(["s-1", "s-2"], play.State.Drawing!.Subjects);
    }

    [Fact]
    public void Draw_OfAnotherSeed_IsRefused()
    {
        var play = New();
        play.Do(Commit);

        Assert.Equal("EC4505", play.Refused(Drawing with { Seed = "another" }));
    }

    [Fact]
    public void Draw_Twice_KeepsTheFirst()
    {
        var play = New();
        play.Do(Commit, Drawing);

        Assert.Empty(play.Do(Drawing with { Subjects = ["s-9"] }));
    }

    [Fact]
    public void Draw_ByWhoJoins_IsRefused()
    {
        var play = New();
        play.Do(Commit);

        Assert.Equal("EC4502", play.Refused(Drawing with { By = "jieshou-housing" }));
    }

    [Fact]
    public void Draw_OfNobody_IsRefused()
    {
        var play = New();
        play.Do(Commit);

        Assert.Equal("EC4506", play.Refused(Drawing with { Inspectors = [] }));
    }

    [Fact]
    public void RecordResult_OfEveryoneDrawn_FinishesIt()
    {
        var play = New();
        play.Do(Commit, Drawing, Result("s-1"));
        Assert.Equal(DrawPhase.Drawn, play.State.Phase);

        play.Do(Result("s-2") with { By = "jieshou-housing" });
        Assert.Equal(DrawPhase.Finished, play.State.Phase);
    }

    [Theory]
    [InlineData("s-9", "jieshou-scjg", "EC4508")]
    [InlineData("s-1", "jieshou-enforcement", "EC4502")]
    public void RecordResult_OfWhoWasNotDrawnOrByWhoDoesNotTakePart_IsRefused(string subject, string by, string expected)
    {
        var play = New();
        play.Do(Commit, Drawing);

        Assert.Equal(expected, play.Refused(Result(subject) with { By = by }));
    }

    [Fact]
    public void RecordResult_BeforeTheDraw_IsRefused()
    {
        var play = New();
        play.Do(Commit);

        Assert.Equal("EC4507", play.Refused(Result("s-1")));
    }

    [Fact]
    public void RecordResult_AnotherForTheSame_IsRefused()
    {
        var play = New();
        play.Do(Commit, Drawing, Result("s-1"));

        Assert.Empty(play.Do(Result("s-1")));
        Assert.Equal("EC4509", play.Refused(Result("s-1") with { Outcome = "发现问题" }));
    }

    [Fact]
    public void Errors_All_AreNumberedInTheirHundred() => Assert.All(
        InspectionErrors.All.Select((error, place) => (error.Code, Expected: $"EC45{place + 1:00}")), pair => Assert.Equal(pair.Expected, pair.Code));

    private static Play<DrawCommand, DrawEvent, InspectionDraw> New() =>
        new(InspectionDraw.Initial, (command, state) => DrawDecider.Decide(command, state, Law.Of("jieshou")), InspectionDraw.Evolve);

    private static DrawCommand.RecordResult Result(string subject) => new(Law.At("2020-07-10 10:00"), "jieshou-scjg", subject, new(2020, 7, 10), "未发现问题");

    private static string Digest(string seed) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(seed)));
}
