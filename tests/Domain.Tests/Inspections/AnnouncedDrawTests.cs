using EntCredit.Domain.Inspections;
using EntCredit.Domain.Tests.Rules;

namespace EntCredit.Domain.Tests.Inspections;

/// <summary>A draw of which the seed and the lists were committed to before (R2): 湘商改〔2016〕7号 第八条 “通过摇号等方式”, 界政办〔2020〕5号 五(四).</summary>
public sealed class AnnouncedDrawTests
{
    private static readonly DrawBeacon Sealed = new(new DateOnly(2020, 7, 1), DrawSamples.Root);

    private static readonly DrawCommand.Commit Announcement = new(
        Law.At("2020-07-01 10:00"), [DrawSamples.Lead, DrawSamples.Joining], "jieshou", "S-01", DrawMethod.Commitment(DrawSamples.Seed), DrawSamples.Lists.Digest())
    {
        Plan = new DrawPlan(DrawMethod.Name, 4, 2, [], []),
    };

    private static readonly DrawCommand.Open Opening = new(
        Law.At("2020-07-02 09:00"),
        DrawSamples.Lead,
        DrawSamples.Seed,
        DrawSamples.Lists,
        Sealed,
        DrawSamples.Lists.Subjects.ToDictionary(subject => subject.Number, subject => "subject-" + subject.Number));

    [Fact]
    public void Open_WithTheSeedAndTheDaysRoot_DrawsWhatFollows()
    {
        var play = New();
        play.Do(Announcement, Opening);

        var drawn = play.State.Drawing!;
        Assert.Equal(DrawPhase.Drawn, play.State.Phase);
        Assert.Equal(new[] { 9, 7, 10, 4 }.Select(n => "subject-" + DrawSamples.Number(n)), drawn.Subjects);
        Assert.Equal(Sealed, drawn.Beacon);
        Assert.Empty(play.Do(Opening with { Seed = "another" }));
    }

    [Fact]
    public void Open_OfWhatWasNotCommittedTo_IsRefused()
    {
        var play = New();
        play.Do(Announcement);

        Assert.Equal("EC4505", play.Refused(Opening with { Seed = "another" }));
        Assert.Equal("EC4514", play.Refused(Opening with { Lists = DrawSamples.Lists with { Conflicts = [] } }));
        Assert.Equal("EC4502", play.Refused(Opening with { By = DrawSamples.Joining }));
    }

    // The root of a day before was known when the seed was chosen.
    [Fact]
    public void Open_BeforeTheDayIsSealed_IsRefused()
    {
        var play = New();
        play.Do(Announcement);

        Assert.Equal("EC4513", play.Refused(Opening with { Beacon = null }));
        Assert.Equal("EC4513", play.Refused(Opening with { Beacon = Sealed with { Day = new DateOnly(2020, 6, 30) } }));
    }

    [Fact]
    public void Draw_ByHandOfAnAnnouncedOne_IsRefused()
    {
        var play = New();
        play.Do(Announcement);

        Assert.Equal("EC4511", play.Refused(new DrawCommand.Draw(Law.At("2020-07-02 09:00"), DrawSamples.Lead, DrawSamples.Seed, ["s-1"], ["i-1"])));
    }

    [Fact]
    public void Open_OfOneThatADepartmentMakesItself_IsRefused()
    {
        var play = New();
        play.Do(Announcement with { Plan = null });

        Assert.Equal("EC4514", play.Refused(Opening));
    }

    // 及时公开检查结果 (J 五(四)): the result that completes them ends what is awaited.
    [Fact]
    public void RecordResult_ByRecords_FinishesWithTheLast()
    {
        var play = New();
        play.Do(Announcement, Opening);
        var subjects = play.State.Drawing!.Subjects;
        foreach (var subject in subjects.Take(3))
            Assert.False(Assert.IsType<DrawEvent.ResultRecorded>(Assert.Single(play.Do(Result(subject)))).Finishes);

        var last = Assert.IsType<DrawEvent.ResultRecorded>(Assert.Single(play.Do(Result(subjects[3]))));
        Assert.Equal((true, "r-" + subjects[3]), (last.Finishes, last.Record));
        Assert.Equal(DrawPhase.Finished, play.State.Phase);
    }

    private static Play<DrawCommand, DrawEvent, InspectionDraw> New() =>
        new(InspectionDraw.Initial, (command, state) => DrawDecider.Decide(command, state, Law.Of("jieshou")), InspectionDraw.Evolve);

    private static DrawCommand.RecordResult Result(string subject) =>
        new(Law.At("2020-07-10 10:00"), DrawSamples.Joining, subject, new(2020, 7, 10), "未发现问题") { Record = "r-" + subject };
}
