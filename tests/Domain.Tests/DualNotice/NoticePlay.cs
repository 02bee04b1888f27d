using EntCredit.Domain.DualNotice;
using EntCredit.Domain.Obligations;
using EntCredit.Domain.Tests.Rules;

namespace EntCredit.Domain.Tests.DualNotice;

/// <summary>Notices of an invented enterprise's registration.</summary>
internal static class NoticePlay
{
    public const string Approver = "jieshou-housing";

    public static Registration About(string jurisdiction) =>
        new("r-1", "s-1", jurisdiction, jurisdiction == "jieshou" ? "jieshou-registrar" : jurisdiction + "-aic", "item-1");

    public static Play<NoticeCommand, NoticeEvent, Notice> New(string jurisdiction = "jieshou") => New(Law.Of(jurisdiction));

    public static Play<NoticeCommand, NoticeEvent, Notice> New(CaseRules rules) =>
        new(Notice.Initial, (command, state) => NoticeDecider.Decide(command, state, rules), Notice.Evolve);

    /// <summary>Pushed in Jieshou on 2020-07-01.</summary>
    public static Play<NoticeCommand, NoticeEvent, Notice> Pushed()
    {
        var play = New();
        play.Do(Push("2020-07-01 10:00"));
        return play;
    }

    /// <summary>Pushed and claimed on 2020-07-01, acknowledged the day after.</summary>
    public static Play<NoticeCommand, NoticeEvent, Notice> Claimed()
    {
        var play = Pushed();
        play.Do(Claim("2020-07-01 11:00"), Acknowledge("2020-07-02 10:00"));
        return play;
    }

    public static NoticeCommand.Push Push(string at, string to = Approver, string jurisdiction = "jieshou") =>
        new(Law.At(at), About(jurisdiction), About(jurisdiction).Registrar, to);

    public static NoticeCommand.Claim Claim(string at, string by = Approver) => new(Law.At(at), by);

    public static NoticeCommand.Acknowledge Acknowledge(string at, string by = Approver) => new(Law.At(at), by);

    public static NoticeCommand.Complete Complete(string at, DateOnly on, ApprovalOutcome outcome, string by = Approver) => new(Law.At(at), by, on, outcome);

    public static NoticeCommand.FeedBackCheck Check(string at, DateOnly on, string digest = "c-1") => new(Law.At(at), Approver, on, digest);

    /// <summary>A second approver in the departments of a jurisdiction.</summary>
    public static CaseRules WithTwoApprovers(string jurisdiction)
    {
        var law = Law.Of(jurisdiction);
        return law with
        {
            Departments = Domain.Departments.DepartmentRegister.Parse("d.json", $$"""
                { "departments": [
                    { "id": "{{About(jurisdiction).Registrar}}", "name": "登记机关", "jurisdiction": "{{jurisdiction}}", "level": "province", "region": "539900",
                      "roles": ["registrar", "marketSupervision"], "keys": [], "from": "2014-01-01" },
                    { "id": "first", "name": "甲部门", "jurisdiction": "{{jurisdiction}}", "level": "province", "region": "539900",
                      "roles": ["approver"], "keys": [], "from": "2014-01-01" },
                    { "id": "second", "name": "乙部门", "jurisdiction": "{{jurisdiction}}", "level": "province", "region": "539900",
                      "roles": ["approver"], "keys": [], "from": "2014-01-01" } ] }
                """),
        };
    }
}
