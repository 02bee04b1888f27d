using EntCredit.Domain.Objections;
using EntCredit.Domain.Tests.Rules;

namespace EntCredit.Domain.Tests.Objections;

/// <summary>Objections of invented people to records of the development departments.</summary>
internal static class ObjectionPlay
{
    public const string Provider = "jieshou-housing";
    public const string MarketSupervision = "jieshou-scjg";

    public static readonly ObjectionSubject About = new("r-1", "s-1", Provider, "jieshou", "penalty");
    public static readonly Applicant Someone = new("示例公司", "0000-0000000", "处罚金额有误");

    public static Play<ObjectionCommand, ObjectionEvent, Objection> New(string jurisdiction = "jieshou") =>
        new(Objection.Initial, (command, state) => ObjectionDecider.Decide(command, state, Law.Of(jurisdiction)), Objection.Evolve);

    public static ObjectionCommand.Lodge Lodge(string at, string with = Provider, PriorObjection? prior = null, params string[] evidence) =>
        new(Law.At(at), About, with, "grounds-1", evidence.Length == 0 ? ["e-1"] : evidence, Someone, prior);

    /// <summary>Received by the provider on 2020-07-01.</summary>
    public static Play<ObjectionCommand, ObjectionEvent, Objection> Received()
    {
        var play = New();
        play.Do(Lodge("2020-07-01 10:00"));
        return play;
    }

    /// <summary>Suspended and hidden on 2020-07-02.</summary>
    public static Play<ObjectionCommand, ObjectionEvent, Objection> Hidden()
    {
        var play = Received();
        play.Do(Suspend("2020-07-02 09:00"), new ObjectionCommand.Hide(Law.At("2020-07-02 11:00"), MarketSupervision));
        return play;
    }

    public static ObjectionCommand.DecideSuspension Suspend(string at, string by = Provider, string notice = "n-1") =>
        new(Law.At(at), by, "核实期间避免误导", notice);

    public static ObjectionCommand.Verify Verify(string at, ObjectionFinding finding, string by = Provider) => new(Law.At(at), by, finding, "核查记录");

    public static ObjectionCommand.NotifyApplicant Notify(string at, string notice = "reply-1", string by = Provider) => new(Law.At(at), by, notice);
}
