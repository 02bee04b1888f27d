using EntCredit.Domain.Corrections;
using EntCredit.Domain.Tests.Rules;

namespace EntCredit.Domain.Tests.Corrections;

/// <summary>
/// T15, 湘商改〔2016〕7号 第十八条: “各部门提供的数据出现错误的,应当在发现之日起3个工作日内,书面报请省部门协同监管平台运行管理部门予以更正。…
/// 提供该数据的机关应当及时核实,确认应予更正的,按照前款规定予以处理。”
/// </summary>
public sealed class T15_ErrorCorrectionTests
{
    private const string Provider = "hunan-housing";
    private static readonly CorrectionSubject About = new("r-1", Provider, "hunan", "permit");

    [Fact]
    public void Discover_OwnError_StartsThreeWorkingDaysOnTheDayOfDiscovery()
    {
        var play = New();
        play.Do(Discover("2016-12-02 09:00"));

        Assert.Equal(["T15 hunan-housing 2016-12-01→2016-12-06"], play.Opened);
    }

    [Theory]
    [InlineData("2016-12-06 23:59", "T15 Met")]
    [InlineData("2016-12-07 00:00", "T15 Late")]
    public void Request_InWriting_MeetsIt(string at, string expected)
    {
        var play = New();
        play.Do(Discover("2016-12-01 09:00"), new CorrectionCommand.Request(Law.At(at), Provider, "w-1", "d-1"));

        Assert.Equal([expected], play.Closed);
    }

    [Fact]
    public void Request_NotInWriting_IsRefused()
    {
        var play = New();
        play.Do(Discover("2016-12-01 09:00"));

        Assert.Equal("EC4204", play.Refused(new CorrectionCommand.Request(Law.At("2016-12-02 09:00"), Provider, "", "d-1")));
    }

    [Fact]
    public void Confirm_AfterAReport_StartsItAtTheConfirmation()
    {
        var play = New();
        play.Do(new CorrectionCommand.Report(Law.At("2016-12-01 09:00"), About, "objection-1"));
        Assert.Empty(play.Opened);
        Assert.Equal(new DateOnly(2016, 12, 29), play.State.InternalDue);

        play.Do(new CorrectionCommand.Confirm(Law.At("2016-12-12 09:00"), Provider, "金额"));

        Assert.Equal(["T15 hunan-housing 2016-12-12→2016-12-15"], play.Opened);
    }

    [Fact]
    public void Report_WhereTheProfileSaysSo_StartsItAtTheReceipt()
    {
        var rules = Law.Invented("\"errorCorrection\": null", """
            "errorCorrection": { "term": { "unit": "workingDays", "count": 3 }, "startsFrom": "收到之日", "debtor": "provider",
              "source": { "article": "第十三条", "quote": "三个工作日内" } }
            """);
        var play = new Play<CorrectionCommand, CorrectionEvent, Correction>(
            Correction.Initial, (command, state) => CorrectionDecider.Decide(command, state, rules), Correction.Evolve);
        play.Do(
            new CorrectionCommand.Report(Law.At("2019-03-04 09:00"), new("r-1", "yunling-works", "yunling", "permit"), "objection-1"),
            new CorrectionCommand.Confirm(Law.At("2019-03-05 09:00"), "yunling-works", "金额"));

        // This profile counts the day of the event.
        Assert.Equal(["T15 yunling-works 2019-03-04→2019-03-06"], play.Opened);
    }

    [Fact]
    public void Dismiss_AConfirmedError_CancelsIt()
    {
        var play = New();
        play.Do(Discover("2016-12-01 09:00"), new CorrectionCommand.Dismiss(Law.At("2016-12-02 09:00"), Provider, "经核对无误"));

        Assert.Equal(["T15 Cancelled no-error"], play.Closed);
    }

    [Fact]
    public void NoteOverdue_AfterTheLastDay_NamesTheProvider()
    {
        var play = New();
        play.Do(Discover("2016-12-01 09:00"));

        var noted = Assert.IsType<CorrectionEvent.FellOverdue>(Assert.Single(play.Do(new CorrectionCommand.NoteOverdue(Law.At("2016-12-07 00:00")))));
        Assert.Equal(("T15", Provider), (noted.Rule, noted.Debtor));
    }

    // 界政办〔2020〕5号 五(七): “应及时予以更正” sets no number.
    [Fact]
    public void Discover_InJieshou_StartsNoClock()
    {
        var play = New("jieshou");
        play.Do(
            new CorrectionCommand.Discover(
                Law.At("2020-07-01 09:00"), new("r-1", "jieshou-housing", "jieshou", "permit"), "jieshou-housing", new(2020, 7, 1), "金额"),
            new CorrectionCommand.Request(Law.At("2020-07-01 10:00"), "jieshou-housing", "", "d-1"),
            new CorrectionCommand.CarryOut(Law.At("2020-07-01 11:00"), "jieshou-scjg"));

        Assert.Empty(play.Opened);
        Assert.Equal(CorrectionPhase.Corrected, play.State.Phase);
    }

    [Fact]
    public void Discover_AfterTheDayOfTheCommand_IsRefused() => Assert.Equal(
        "EC4205", New().Refused(Discover("2016-12-01 09:00") with { DiscoveredOn = new(2016, 12, 2) }));

    [Fact]
    public void CarryOut_InHunan_IsTheOperatorsUponTheRequest()
    {
        var play = New();
        var carryOut = new CorrectionCommand.CarryOut(Law.At("2016-12-03 09:00"), "hunan-aic");
        play.Do(Discover("2016-12-01 09:00"));
        Assert.Equal("EC4207", play.Refused(carryOut));
        Assert.Equal("EC4203", play.Refused(carryOut with { By = Provider }));

        play.Do(new CorrectionCommand.Request(Law.At("2016-12-02 09:00"), Provider, "w-1", "d-1"), carryOut);

        Assert.Equal(CorrectionPhase.Corrected, play.State.Phase);
    }

    private static Play<CorrectionCommand, CorrectionEvent, Correction> New(string jurisdiction = "hunan") =>
        new(Correction.Initial, (command, state) => CorrectionDecider.Decide(command, state, Law.Of(jurisdiction)), Correction.Evolve);

    private static CorrectionCommand.Discover Discover(string at) => new(Law.At(at), About, Provider, new(2016, 12, 1), "金额");
}
