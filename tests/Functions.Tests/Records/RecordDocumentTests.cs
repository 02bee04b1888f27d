using System.Text.Json;
using EntCredit.Domain.Intake;
using EntCredit.Domain.Obligations;
using EntCredit.Domain.Records;
using EntCredit.Functions.Http;
using EntCredit.Functions.Records;

namespace EntCredit.Functions.Tests.Records;

public sealed class RecordDocumentTests
{
    private static readonly DateTimeOffset At = new(2020, 7, 10, 1, 30, 0, TimeSpan.Zero);
    private static readonly Obligation Duty =
        new("r1", "jieshou", "permit", "T1", "jieshou-housing", new(2020, 7, 1), new(2020, 7, 10), "2020.1", false, At.AddDays(-3), null, null, null);

    [Theory]
    [InlineData("2020-07-10T15:59:59Z", DutyStanding.Open)]
    [InlineData("2020-07-10T16:00:00Z", DutyStanding.Overdue)]
    public void DutyOf_LastDayOfAnOpenDuty_EndsAtMidnightInShanghai(string now, DutyStanding standing) =>
        Assert.Equal(standing, DutyDocument.Of(Duty, DateTimeOffset.Parse(now)).Standing);

    [Fact]
    public void DutyOf_ClosedDuty_KeepsItsDaysAndReason()
    {
        var document = DutyDocument.Of(Duty with { ClosedAt = At, Outcome = DutyOutcome.Late, Reason = "upstream-late" }, At);
        Assert.Equal(new DutyDocument("T1", "jieshou-housing", new(2020, 7, 1), new(2020, 7, 10), DutyStanding.Late, At, "upstream-late", "2020.1"), document);
    }

    [Fact]
    public void HappeningOf_Event_IsItsNameInTheLedger() =>
        Assert.Equal(new HappeningDocument("record.published", At), HappeningDocument.Of(new RecordEvent.Published(At), sees: true));

    [Theory]
    [InlineData(true, "2")]
    [InlineData(false, null)]
    public void HappeningOf_Evidence_ShowsWhatItSaysToWhoSeesTheRecord(bool sees, string? shown)
    {
        var content = new RecordContent(
            "permit", new Dictionary<string, string> { ["XK_NR"] = "2" }, new Dictionary<string, string>(), new SubjectKey(null, null, "甲"), "1", new DateOnly(2020, 7, 1), default, default, null, null, null);
        var kept = new RecordEvent.EvidenceKept(At, "jieshou-housing", "b2", 3, "direct-entry", "d") { Content = content };

        var evidence = HappeningDocument.Of(kept, sees).Evidence!;

        Assert.Equal(("direct-entry", "b2", 3, false), (evidence.Channel, evidence.Batch, evidence.Line, evidence.Agrees));
        Assert.Equal(shown, evidence.Fields?["XK_NR"]);
        Assert.True(HappeningDocument.Of(kept with { Content = null }, sees).Evidence!.Agrees);
    }

    [Fact]
    public void Document_AsTheApiWritesIt_HasCamelCaseNamesAndNoNulls()
    {
        var document = new RecordDocument(
            "r1", RecordPhase.HeldForReview, new RecordOrigin("jieshou-housing", "jieshou", "permit", "b1", 2), null, new(2020, 7, 1), At, null, [], []);
        Assert.Equal(
            """{"id":"r1","phase":"heldForReview","origin":{"provider":"jieshou-housing","jurisdiction":"jieshou","item":"permit","batch":"b1","line":2},"generatedOn":"2020-07-01","collectedAt":"2020-07-10T01:30:00+00:00","duties":[],"history":[]}""",
            JsonSerializer.Serialize(document, ApiJson.Options));
    }
}
