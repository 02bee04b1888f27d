using EntCredit.Domain.Calendar;
using EntCredit.Domain.Intake;
using EntCredit.Domain.Obligations;
using EntCredit.Domain.Records;
using static EntCredit.Domain.Tests.Records.RecordLife;
using Record = EntCredit.Domain.Records.Record;

namespace EntCredit.Domain.Tests.Records;

public sealed class RecordEdgeTests
{
    // Stored with every record: another text would forget what is known. Parts are joined by U+001F, shown as |.
    [Fact]
    public void Keys_AreTextsThatStay()
    {
        var permit = Permit();
        var nameless = permit with { DocumentNumber = null };
        var register = nameless with { Item = "register" };
        Assert.Equal("id|housing|permit|样许〔2020〕1号|91990000MA00000009", Shown(RecordKeys.Identity(Provider, permit)!));
        Assert.Equal("id|housing|register|91990000MA00000009", Shown(RecordKeys.Identity(Provider, register)!));
        Assert.Equal("same|housing|permit|digest", Shown(RecordKeys.SameContent(Provider, permit, "digest")));
        Assert.Equal(
            ["mend-number-name|housing|permit|样许〔2020〕1号|样例甲有限公司", "mend-number-code|housing|permit|样许〔2020〕1号|91990000MA00000009"],
            Mending(permit));
        Assert.Equal(["mend-number|housing|permit|样许〔2020〕1号"], Mending(permit with { Subject = new SubjectKey(null, null, null) }));
        Assert.Equal(["mend-name|housing|permit|样例甲有限公司|2020-07-06", "mend-code|housing|permit|91990000MA00000009|2020-07-06"], Mending(nameless));
        Assert.Equal(["mend-name|housing|register|样例甲有限公司|", "mend-code|housing|register|91990000MA00000009|"], Mending(register));
        Assert.Equal(["mend-name|housing|permit|样例甲有限公司|-", "mend-code|housing|permit|91990000MA00000009|-"], Mending(nameless with { GeneratedOn = null }));
    }

    [Theory]
    [InlineData("91990000MA00000009", "999900000000001", "甲", "91990000MA00000009")]
    [InlineData(null, "999900000000001", "甲", "999900000000001")]
    [InlineData(null, null, "甲", "甲")]
    public void Identity_OfASubject_IsTheSurestOfWhatIsKnown(string? code, string? registration, string? name, string expected) => Assert.EndsWith(
        expected, RecordKeys.Identity(Provider, Permit() with { Subject = new SubjectKey(code, registration, name) }), StringComparison.Ordinal);

    [Fact]
    public void Take_AFirstRow_MendsNothingAndHoldsNoPersonalData()
    {
        var collected = Assert.IsType<RecordEvent.Collected>(Assert.Single(new RecordLife().When(Take("2020-07-07 09:30:00", Permit()))));

        Assert.Null(collected.MendedBy);
        Assert.Null(collected.Personal);
    }

    [Fact]
    public void Take_CorrectedBeforePublication_StaysReviewed()
    {
        var life = new RecordLife();
        life.When(Take("2020-07-07 09:30:00", Permit()));
        life.When(Take("2020-07-08 09:30:00", Permit(reviewed: null) with { Scope = UseScope.Public, DocumentNumber = "样许〔2020〕2号" }));

        Assert.Equal(RecordPhase.Collected, life.Phase);
    }

    // A2 names the cause of a late publication: a correction that opened nothing is none.
    [Fact]
    public void Publish_LateAfterACorrection_HasNoUpstreamCause()
    {
        var life = new RecordLife();
        life.When(Take("2020-07-07 09:30:00", Permit()));
        life.When(Take("2020-07-08 09:30:00", Permit() with { DocumentNumber = "样许〔2020〕2号" }));

        Assert.Equal(["T2 Late"], Closed(Assert.Single(life.When(new RecordCommand.Publish(At("2020-08-04 00:00:00"))))));
    }

    [Fact]
    public void Evolve_CollectedThatClosesNothing_IsNotLate()
    {
        var life = new RecordLife();
        life.When(Take("2020-07-07 09:30:00", Permit()));

        Assert.False(Record.Evolve(Record.Initial, life.History[0] with { Closed = null }).CollectedLate);
    }

    [Fact]
    public void Take_AFirstRowThatSaysRevoked_IsWithdrawnByItsProviderWithThatReason()
    {
        var events = new RecordLife().When(Take("2020-07-07 09:30:00", Permit() with { Status = ContentStatus.Revoked }));

        var withdrawn = Assert.IsType<RecordEvent.Withdrawn>(events[^1]);
        Assert.Equal((Provider, "provider-revoked"), (withdrawn.By, withdrawn.Reason));
    }

    // P1: what leaves the public after its publication was kept owes nothing that could end.
    [Fact]
    public void Take_CorrectedIntoWhatIsNotPublicAfterPublication_EndsNoDuty()
    {
        var life = new RecordLife();
        life.When(Take("2020-07-07 09:30:00", Penalty()));
        life.When(new RecordCommand.Publish(At("2020-07-07 10:00:00")));

        var corrected = Assert.IsType<RecordEvent.Corrected>(Assert.Single(life.When(Take("2020-07-08 09:30:00", Penalty("简易程序")))));
        Assert.Equal(Publicity.CollectedOnly, corrected.Publicity);
        Assert.Null(corrected.Closed);
    }

    // A26: a notice that came since the duty opened holds for it.
    [Fact]
    public void NoteOverdue_UnderANoticeThatMovesTheLastDay_WaitsForTheNewOne()
    {
        var notice = new HolidayNotice(
            "content_9999999", 2027, new DateOnly(2026, 11, 30), true, null, [new HolidayRun("元旦", new DateOnly(2027, 1, 1), new DateOnly(2027, 1, 4))], []);
        var life = new RecordLife();
        var content = Permit("2026-12-23") with { GeneratedOn = null };
        life.When(Refuse("2026-12-29 09:30:00", content));
        var rules = life.Rules with { Versions = CalendarVersions.Embedded.With(notice) };
        var note = new RecordCommand.NoteOverdue(At("2027-01-02 00:00:00"));

        Assert.Single(RecordDecider.Decide(note, life.State, life.Rules).Events);
        Assert.Empty(RecordDecider.Decide(note, life.State, rules).Events);
        Assert.Single(RecordDecider.Decide(note with { At = At("2027-01-06 00:00:00") }, life.State, rules).Events);
    }

    private static IEnumerable<string> Mending(RecordContent content) => RecordKeys.Mending(Provider, content).Select(Shown);

    private static string Shown(string key) => key.Replace('\u001f', '|');
}
