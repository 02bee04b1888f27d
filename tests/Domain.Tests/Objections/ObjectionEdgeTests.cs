using EntCredit.Domain.Objections;
using EntCredit.Domain.Tests.Rules;
using static EntCredit.Domain.Tests.Objections.ObjectionPlay;

namespace EntCredit.Domain.Tests.Objections;

public sealed class ObjectionEdgeTests
{
    // A profile may let two roles decide: each of them may, alone.
    [Fact]
    public void Suspension_WhereTwoRolesMayDecide_IsDecidedAndLiftedByEitherOfThem()
    {
        const string Works = "yunling-works";
        var rules = Law.Invented("\"decidedBy\": [\"provider\", \"marketSupervision\"]", "\"decidedBy\": [\"marketSupervision\", \"provider\"]");
        var play = new Play<ObjectionCommand, ObjectionEvent, Objection>(
            Objection.Initial, (command, state) => ObjectionDecider.Decide(command, state, rules), Objection.Evolve);
        play.Do(
            Lodge("2019-03-04 09:00", "yunling-operator") with { About = About with { Provider = Works, Jurisdiction = "yunling" } },
            new ObjectionCommand.Forward(Law.At("2019-03-04 10:00"), "yunling-operator"),
            new ObjectionCommand.Receive(Law.At("2019-03-04 11:00"), Works),
            Suspend("2019-03-05 09:00", Works),
            new ObjectionCommand.LiftSuspension(Law.At("2019-03-06 09:00"), Works, "n-2"),
            Suspend("2019-03-07 09:00", "yunling-operator", "n-3"));

        Assert.Equal("yunling-operator", play.State.Suspension!.By);
    }

    [Fact]
    public void DecideSuspension_WhileOneStands_ChangesNothing()
    {
        var play = Received();
        play.Do(Suspend("2020-07-02 09:00"));

        Assert.Empty(play.Do(Suspend("2020-07-03 09:00", notice: "n-2")));
    }

    [Fact]
    public void DecideSuspension_ALateRepetitionAfterTheLifting_ChangesNothing()
    {
        var play = Received();
        play.Do(Suspend("2020-07-02 09:00"), Lift("2020-07-03 09:00"));

        Assert.Empty(play.Do(Suspend("2020-07-02 09:00")));
    }

    [Fact]
    public void LiftSuspension_AfterTheFinding_IsRefused()
    {
        var play = Hidden();
        play.Do(Verify("2020-07-20 10:00", ObjectionFinding.Upheld));

        Assert.Equal("EC4113", play.Refused(Lift("2020-07-21 09:00")));
    }

    [Fact]
    public void Hide_AtTheInstantOfTheResumption_IsALateRepetition()
    {
        var play = Hidden();
        play.Do(Lift("2020-07-06 09:00"), new ObjectionCommand.Resume(Law.At("2020-07-06 10:00"), MarketSupervision));

        Assert.Empty(play.Do(Hide("2020-07-06 10:00")));
        Assert.Equal("EC4111", play.Refused(Hide("2020-07-06 10:01")));
    }

    [Fact]
    public void Hide_AfterTheRejection_IsRefused()
    {
        var play = Received();
        play.Do(Suspend("2020-07-02 09:00"), Verify("2020-07-20 10:00", ObjectionFinding.Rejected));

        Assert.Equal("EC4113", play.Refused(Hide("2020-07-21 10:00")));
    }

    [Fact]
    public void Hide_AfterTheCorrection_IsRefused()
    {
        var play = Received();
        play.Do(Suspend("2020-07-02 09:00"), Verify("2020-07-20 10:00", ObjectionFinding.Upheld), Ask("2020-07-20 11:00"), CarryOut("2020-07-20 12:00"));

        Assert.Equal("EC4113", play.Refused(Hide("2020-07-21 10:00")));
    }

    [Theory]
    [InlineData("2020-07-02 10:59", 0)]
    [InlineData("2020-07-02 11:00", 1)]
    public void Resume_FromBeforeTheHiding_IsALateRepetition(string at, int events)
    {
        var play = Hidden();
        play.Do(new ObjectionCommand.Withdraw(Law.At("2020-07-10 10:00"), "误会"));

        Assert.Equal(events, play.Do(new ObjectionCommand.Resume(Law.At(at), MarketSupervision)).Count);
    }

    [Fact]
    public void AskRemedy_BeforeTheFinding_IsRefused() => Assert.Equal("EC4114", Received().Refused(Ask("2020-07-02 10:00")));

    [Fact]
    public void AskRemedyAndNotify_OfWhatWasTakenBack_AreRefused()
    {
        var play = Received();
        play.Do(new ObjectionCommand.Withdraw(Law.At("2020-07-10 10:00"), "误会"));

        Assert.Equal("EC4117", play.Refused(Ask("2020-07-11 10:00")));
        Assert.Equal("EC4117", play.Refused(Notify("2020-07-11 10:00")));
    }

    // 书面报请…予以更正 (H 第十八条): in writing in Hunan; 告知 in Jieshou.
    [Theory]
    [InlineData("hunan", "hunan-housing", "", "EC4109")]
    [InlineData("hunan", "hunan-housing", "n-2", null)]
    [InlineData("jieshou", Provider, "", null)]
    public void AskRemedy_Notice_IsNeededWhereTheDocumentSaysInWriting(string jurisdiction, string provider, string notice, string? expected)
    {
        var play = New(jurisdiction);
        play.Do(
            Lodge("2021-07-01 10:00", provider) with { About = About with { Provider = provider, Jurisdiction = jurisdiction } },
            Verify("2021-07-02 10:00", ObjectionFinding.Upheld, provider));
        var ask = new ObjectionCommand.AskRemedy(Law.At("2021-07-02 11:00"), provider, Remedy.Correction, notice);

        if (expected is null) Assert.Single(play.Do(ask));
        else Assert.Equal(expected, play.Refused(ask));
    }

    private static ObjectionCommand.Hide Hide(string at) => new(Law.At(at), MarketSupervision);

    private static ObjectionCommand.LiftSuspension Lift(string at) => new(Law.At(at), Provider, "n-lift");

    private static ObjectionCommand.AskRemedy Ask(string at) => new(Law.At(at), Provider, Remedy.Correction, "n-ask");

    private static ObjectionCommand.CarryOutRemedy CarryOut(string at) => new(Law.At(at), MarketSupervision);
}
