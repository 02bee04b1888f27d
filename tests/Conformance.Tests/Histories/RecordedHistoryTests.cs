namespace EntCredit.Conformance.Tests.Histories;

/// <summary>
/// Today's orchestrators against recorded histories of theirs. A change that breaks replay would fail the instances in flight: let the old ones
/// end first, or go two ways by the instance's version. With <c>ENTCREDIT_WRITE_DOCS=1</c> the histories are recorded anew.
/// </summary>
public sealed class RecordedHistoryTests
{
    private static readonly bool Writes = Environment.GetEnvironmentVariable("ENTCREDIT_WRITE_DOCS") == "1";

    public static TheoryData<string> Names => [.. Orchestrators.All.Keys];

    [Fact]
    public void Orchestrators_Each_HasAStoryAndARecordedHistory()
    {
        Assert.True(Orchestrators.All.Count >= 12, "The orchestrators are not found.");
        Assert.Equal(Orchestrators.All.Keys.Order(StringComparer.Ordinal), Stories.All.Select(s => s.Orchestrator).Order(StringComparer.Ordinal));
        if (!Writes)
            Assert.Equal(Orchestrators.All.Keys.Order(StringComparer.Ordinal), HistoryFiles.Names);
    }

    [Theory]
    [MemberData(nameof(Names))]
    public async Task Replay_OfARecordedHistory_FindsTodaysCodeUnchanged(string orchestrator)
    {
        if (Writes)
        {
            var made = await Recording.Of(Stories.All.Single(s => s.Orchestrator == orchestrator), TestContext.Current.CancellationToken);
            await File.WriteAllTextAsync(HistoryFiles.Of(orchestrator), made.Write(), TestContext.Current.CancellationToken);
        }

        var history = HistoryFiles.Read(orchestrator);
        Assert.True(history.Turns.Sum(t => t.Asked.Count) >= 3, "The history is too short to hold anything.");
        Assert.Null(HistoryReplay.Difference(history, Orchestrators.All[orchestrator]));
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Replay_CodeThatAsksForOneThingMoreAtFirst_IsFoundAndBothAreNamed(string orchestrator)
    {
        var history = HistoryFiles.Read(orchestrator);
        var first = history.Turns.SelectMany(t => t.Asked).First();
        var difference = HistoryReplay.Difference(history, async context =>
        {
            await context.CallActivityAsync("AskedForByTheChange");
            return await Orchestrators.All[orchestrator](context);
        });
        Assert.StartsWith(
            $"Non-Deterministic workflow detected: A previous execution of this orchestration scheduled an activity task named '{first.Name}' "
            + "with sequence number 0, but the current orchestration replay instead scheduled an activity task named 'AskedForByTheChange'",
            difference, StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Replay_CodeThatAsksForOneThingMoreAtTheEnd_IsFound(string orchestrator)
    {
        var difference = HistoryReplay.Difference(HistoryFiles.Read(orchestrator), async context =>
        {
            await Orchestrators.All[orchestrator](context);
            await context.CallActivityAsync("AskedForByTheChange");
            return null;
        });
        Assert.StartsWith("The recorded execution ended (Completed), but the current code goes on", difference, StringComparison.Ordinal);
        Assert.Contains("'AskedForByTheChange'", difference, StringComparison.Ordinal);
    }

    [Fact]
    public void Replay_CodeThatEndsEarly_IsFound() => Assert.Contains(
        "but the current replay execution hasn't (yet?) scheduled this task",
        HistoryReplay.Difference(HistoryFiles.Read("Batch"), async context => await context.CallActivityAsync<object>("ReadUpload")),
        StringComparison.Ordinal);

    [Fact]
    public void Replay_CodeThatGivesSomethingElse_IsFound() => Assert.Equal(
        "The recorded execution gave nothing, but the current code gives \"something else\".",
        HistoryReplay.Difference(HistoryFiles.Read("Review"), async context =>
        {
            await Orchestrators.All["Review"](context);
            return "something else";
        }));

    [Fact]
    public async Task Recording_OfAStory_IsTheSameEachTime()
    {
        var story = Stories.All.Single(s => s.Orchestrator == "Cohort");
        var (one, two) = (await Recording.Of(story, TestContext.Current.CancellationToken), await Recording.Of(story, TestContext.Current.CancellationToken));
        Assert.Equal(one.Write(), two.Write());
        Assert.Equal(one.Write(), RecordedHistory.Read(one.Write()).Write());
    }
}
