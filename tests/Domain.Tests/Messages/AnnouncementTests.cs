using System.Text.Json;
using EntCredit.Domain.Departments;
using EntCredit.Domain.DualNotice;
using EntCredit.Domain.Events;
using EntCredit.Domain.Jurisdictions;
using EntCredit.Domain.Messages;
using EntCredit.Domain.Objections;
using EntCredit.Domain.Obligations;
using EntCredit.Domain.Sanctions;

namespace EntCredit.Domain.Tests.Messages;

/// <summary>What an event says to whom.</summary>
public sealed class AnnouncementTests
{
    private const string Delivery = "sanction-0123456789abcdef0123-d-housing", Initiator = "d-fgw", Implementer = "d-housing", Registrar = "d-registrar";

    private static readonly DateTimeOffset At = new(2026, 1, 5, 2, 0, 0, TimeSpan.Zero);
    private static readonly SanctionTarget Target = new("s-1", "jieshou", "失信被执行人", "C01");
    private static readonly Registration About = new("r-1", "s-1", "jieshou", Registrar, "餐饮服务");

    private static readonly DeliveryEvent.Pushed Pushed = new(At, "sanction-0123456789abcdef0123", Target, Initiator, Implementer)
    {
        Opened = [new OpenedDuty("T12", Implementer, new DateOnly(2026, 1, 5), new DateOnly(2026, 1, 8), "2026-1")],
    };

    [Fact]
    public void Of_APush_TellsTheImplementerAndRemindsItOnTheMorningBeforeTheLastDay()
    {
        var said = Announcements.Of(Delivery, [Pushed]);

        Assert.Equal(2, said.Count);
        Assert.Equal(
            (MessageNames.Sanctions, "sanction-delivery.pushed", Delivery + ".1", 1L, Implementer, "2026-01-08"),
            (said[0].Topic, said[0].Type, said[0].Id, said[0].Version, said[0].To!, said[0].Data["due"]));
        Assert.Equal(
            ("reminder", Delivery + ".1.T12", Implementer, new DateTimeOffset(2026, 1, 7, 9, 0, 0, TimeSpan.FromHours(8))),
            (said[1].Type, said[1].Id, said[1].To!, said[1].NotBefore!.Value));
    }

    [Fact]
    public void Of_TheSameHistory_IsTheSameMessage() =>
        Assert.Equal(JsonSerializer.Serialize(Announcements.Of(Delivery, [Pushed])), JsonSerializer.Serialize(Announcements.Of(Delivery, [Pushed])));

    [Fact]
    public void Of_WhatTheImplementerAnswers_GoesToTheInitiator()
    {
        DeliveryEvent.Received received = new(At, Implementer);
        DeliveryEvent.Applied applied = new(At, Implementer, "e1", FeedbackTo.Publisher);
        Assert.Equal([Initiator], To(Delivery, Pushed, received));
        Assert.Equal([Initiator], To(Delivery, Pushed, received, applied));
        Assert.Equal([Implementer], To(Delivery, Pushed, received, new DeliveryEvent.LiftingSent(At)));
        Assert.Equal([Implementer], To(Delivery, Pushed, new DeliveryEvent.Recalled(At)));
        Assert.Equal([Implementer], To(Delivery, Pushed, new DeliveryEvent.FellOverdue(At, "T12", Implementer, new DateOnly(2026, 1, 8))));
    }

    [Fact]
    public void Of_ANotice_GoesToItsApproverOrToAllOfTheJurisdictionAndItsAnswersToTheRegistrar()
    {
        NoticeEvent.Pushed pushed = new(At, About, Registrar, "d-market");
        NoticeEvent.Published open = new(At, About, Registrar);
        Assert.Equal(["d-market"], To("notice-1", pushed));
        Assert.Equal(["jieshou/approver"], To("notice-1", open));
        Assert.Equal([Registrar], To("notice-1", pushed, new NoticeEvent.Claimed(At, "d-market")));
        Assert.Equal([Registrar], To("notice-1", pushed, new NoticeEvent.Returned(At, "d-market", "不属本部门职责")));
    }

    [Fact]
    public void Of_ARestriction_TellsWhoBeganTheSanctionItFollows()
    {
        RestrictionEvent.Decided decided = new(At, Implementer, Target, "sanction-1", new DateOnly(2026, 1, 5), "限制参加政府采购活动")
        {
            Persons = [new ResponsiblePerson("样某", "110101199003070000", "法定代表人")],
        };
        Assert.Equal("sanction-1", Announcements.FollowedBy([decided]));
        Assert.Equal([Initiator], Announcements.Of("restriction-1", [decided], Initiator).Select(said => said.To));
        Assert.Empty(Announcements.Of("restriction-1", [decided]));
        Assert.Empty(Announcements.Of("restriction-1", [decided], Implementer));
    }

    [Fact]
    public void Of_AnyEventWithPersonalData_SaysNothingOfIt()
    {
        ObjectionEvent.Lodged lodged = new(At, new ObjectionSubject("r-1", "s-1", "d-housing", "jieshou", "permit"), "d-scjg", "g1", [], null);
        var objection = typeof(ObjectionEvent.Lodged).GetProperties().Single(property => property.IsDefined(typeof(PersonalAttribute), false));
        Assert.Equal("Applicant", objection.Name);
        RestrictionEvent.Decided decided = new(At, Implementer, Target, "sanction-1", new DateOnly(2026, 1, 5), "C")
        {
            Persons = [new ResponsiblePerson("样某", "110101199003070000", "法定代表人")],
        };
        var said = JsonSerializer.Serialize(Announcements.Of("objection-1", [lodged]).Concat(Announcements.Of("restriction-1", [decided], Initiator)));
        Assert.Contains("objection.lodged", said, StringComparison.Ordinal);
        Assert.DoesNotContain("110101199003070000", said, StringComparison.Ordinal);
        Assert.DoesNotContain("g1", said, StringComparison.Ordinal);
    }

    [Fact]
    public void Reaches_OnlyDepartmentsThatHaveASystemAndAreMeant()
    {
        var addressed = Announcements.Of(Delivery, [Pushed])[0];
        var open = Announcements.Of("notice-1", [new NoticeEvent.Published(At, About, Registrar)])[0];
        Assert.True(addressed.Reaches(Department(Implementer, true)));
        Assert.False(addressed.Reaches(Department(Implementer, false)));
        Assert.False(addressed.Reaches(Department("d-other", true)));
        Assert.True(open.Reaches(Department("d-other", true, DepartmentRole.Approver)));
        Assert.False(open.Reaches(Department("d-other", true, DepartmentRole.Provider)));
        Assert.False(open.Reaches(Department("d-other", true, DepartmentRole.Approver) with { Jurisdiction = "hunan" }));
    }

    private static IEnumerable<string> To(string stream, params DomainEvent[] history) => Announcements.Of(stream, history)
        .Where(said => said.NotBefore is null)
        .Select(said => said.To ?? MessageNames.AudienceOf(said.Jurisdiction, said.Audience!.Value));

    private static Department Department(string id, bool messages, DepartmentRole role = DepartmentRole.Provider) =>
        new(id, "某局", "jieshou", DepartmentLevel.County, "349999", [role], [], new DateOnly(2014, 10, 1), null) { Messages = messages };
}
