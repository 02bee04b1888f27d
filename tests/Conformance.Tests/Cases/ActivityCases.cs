using EntCredit.Conformance.Tests.Running;

namespace EntCredit.Conformance.Tests.Cases;

public sealed class ActivityCases : ConformanceSuite
{
    [Fact]
    public Task CallActivity_WithInput_GivesItsResult() => Case(
        r =>
        {
            r.Orchestrator<string>("Greet", async (c, name) => await c.CallActivityAsync<string>("Hello", name));
            r.Activity<string>("Hello", name => "你好 " + name);
        },
        async run =>
        {
            var done = await run.Run("Greet", "世界");
            Assert.Equal(OrchestrationRuntimeStatus.Completed, done.RuntimeStatus);
            Assert.Equal("你好 世界", done.ReadOutputAs<string>());
            Assert.Equal("世界", done.ReadInputAs<string>());
            Assert.Null(done.FailureDetails);
        });

    [Fact]
    public Task CallActivity_ManyAtOnce_GivesTheResultsInTheirOrder() => Case(
        r =>
        {
            r.Orchestrator("Fan", async c => await Task.WhenAll(Enumerable.Range(0, 20).Select(i => c.CallActivityAsync<int>("Square", i))));
            r.Activity<int>("Square", i => i * i);
        },
        async run => Assert.Equal(Enumerable.Range(0, 20).Select(i => i * i), (await run.Run("Fan")).ReadOutputAs<int[]>()!));

    [Fact]
    public Task CallActivity_ThatGivesNothing_GivesTheDefault() => Case(
        r =>
        {
            r.WithWaits();
            r.Orchestrator("Caller", async c => $"{await c.CallActivityAsync<int>("Nothing")} {await c.CallActivityAsync<string?>("Nothing") ?? "null"}");
        },
        async run => Assert.Equal("0 null", (await run.Run("Caller")).ReadOutputAs<string>()));

    [Fact]
    public Task CallActivity_WithoutInput_GivesItTheDefault() => Case(
        r =>
        {
            r.Orchestrator("Caller", async c => await c.CallActivityAsync<string>("Say"));
            r.Activity<string>("Say", said => said ?? "nothing was said");
        },
        async run => Assert.Equal("nothing was said", (await run.Run("Caller")).ReadOutputAs<string>()));

    [Fact]
    public Task CallActivity_NameInOtherCase_IsFound() => Case(
        r =>
        {
            r.Orchestrator("Caller", async c => await c.CallActivityAsync<string>("hELLO"));
            r.Activity("Hello", () => "found");
        },
        async run => Assert.Equal("found", (await run.Run("cALLER")).ReadOutputAs<string>()));

    [Fact]
    public Task CallActivity_FlatRecord_ComesBackEqual() => Case(
        r =>
        {
            r.Orchestrator<Note>("Caller", async (c, note) => await c.CallActivityAsync<Note>("Same", note));
            r.Activity<Note>("Same", note => note);
        },
        async run =>
        {
            var note = new Note("“示例”公司", 7, new(2020, 7, 1), null);
            Assert.Equal(note, (await run.Run("Caller", note)).ReadOutputAs<Note>());
        });

    [Fact]
    public Task CallActivity_ArrayAsInput_ArrivesWhole() => Case(
        r =>
        {
            r.Orchestrator("Caller", async c => await c.CallActivityAsync<int>("Sum", new[] { 1, 2, 3 }));
            r.Activity<int[]>("Sum", numbers => numbers!.Sum());
        },
        async run => Assert.Equal(6, (await run.Run("Caller")).ReadOutputAs<int>()));

    [Fact]
    public Task CallActivity_Throws_FailureNamesTypeMessageInnerAndTask() => Case(
        r =>
        {
            r.Orchestrator("Caller", async c =>
            {
                try
                {
                    await c.CallActivityAsync("Break", "x");
                    return "no failure";
                }
                catch (TaskFailedException e)
                {
                    var inner = e.FailureDetails.InnerFailure!;
                    return $"{e.TaskName}#{e.TaskId} {e.FailureDetails.ErrorType} {e.FailureDetails.ErrorMessage} {e.FailureDetails.IsCausedBy<ArgumentException>()} "
                        + $"{e.FailureDetails.IsCausedBy<IOException>()} {inner.ErrorType} {inner.ErrorMessage} {inner.IsCausedBy<FormatException>()}";
                }
            });
            r.Activity<string>("Break", _ => throw new ArgumentNullException("bad", new FormatException("worse")));
        },
        async run => Assert.Equal(
            "Break#0 System.ArgumentNullException bad True False System.FormatException worse True", (await run.Run("Caller")).ReadOutputAs<string>()));

    [Fact]
    public Task CallActivity_ThrowsAndNobodyCatches_FailsTheInstanceWithTheCauseInside() => Case(
        r =>
        {
            r.Orchestrator("Caller", async c => await c.CallActivityAsync<string>("Break"));
            r.Activity("Break", () => throw new InvalidDataException("no such row"));
        },
        async run =>
        {
            var done = await run.Run("Caller");
            Assert.Equal(OrchestrationRuntimeStatus.Failed, done.RuntimeStatus);
            Assert.Equal("Task 'Break' (#0) failed with an unhandled exception: no such row", done.FailureDetails!.ErrorMessage);
            Assert.EndsWith(".TaskFailedException", done.FailureDetails.ErrorType, StringComparison.Ordinal);
            Assert.Equal("System.IO.InvalidDataException", done.FailureDetails.InnerFailure!.ErrorType);
            Assert.Equal("no such row", done.FailureDetails.InnerFailure.ErrorMessage);
        });

    [Fact]
    public Task CallActivity_ThrowsATypeOfItsOwn_IsKnownByItAndItsBase() => Case(
        r =>
        {
            r.Orchestrator("Caller", async c =>
            {
                try
                {
                    return await c.CallActivityAsync<string>("Break");
                }
                catch (TaskFailedException e)
                {
                    return $"{e.FailureDetails.IsCausedBy<OwnException>()} {e.FailureDetails.IsCausedBy<IOException>()} {e.FailureDetails.IsCausedBy<FormatException>()} "
                        + (e.FailureDetails.ErrorType == typeof(OwnException).FullName);
                }
            });
            r.Activity("Break", () => throw new OwnException());
        },
        async run => Assert.Equal("True True False True", (await run.Run("Caller")).ReadOutputAs<string>()));

    [Fact]
    public Task CallActivity_ThrowsThatItWasCancelled_FailsAsAnyOther() => Case(
        r =>
        {
            r.Orchestrator("Caller", async c => await c.CallActivityAsync<string>("Break"));
            r.Activity("Break", () => throw new OperationCanceledException("gave up"));
        },
        async run => Assert.Equal("gave up", (await run.Run("Caller")).FailureDetails!.InnerFailure!.ErrorMessage));

    [Fact]
    public Task CallActivity_LongText_ArrivesWhole() => Case(
        r =>
        {
            r.Orchestrator("Caller", async c => (await c.CallActivityAsync<string>("Long", new string('长', 100_000))).Length);
            r.Activity<string>("Long", said => said + said);
        },
        async run => Assert.Equal(200_000, (await run.Run("Caller")).ReadOutputAs<int>()));

    [Fact]
    public Task Orchestrator_WithoutInput_GetsTheDefault() => Case(
        r =>
        {
            r.Orchestrator<string>("Text", (_, said) => Task.FromResult<object?>(said ?? "nothing"));
            r.Orchestrator<int?>("Number", (_, n) => Task.FromResult<object?>(n ?? -1));
        },
        async run =>
        {
            Assert.Equal("nothing", (await run.Run("Text")).ReadOutputAs<string>());
            Assert.Equal(-1, (await run.Run("Number")).ReadOutputAs<int>());
        });

    [Fact]
    public Task CallActivity_NotRegistered_FailsSayingSo() => Case(
        r => r.Orchestrator("Caller", async c => await c.CallActivityAsync<string>("Nobody")),
        async run =>
        {
            var inner = (await run.Run("Caller")).FailureDetails!.InnerFailure!;
            Assert.Equal("ActivityTaskNotFound", inner.ErrorType);
            Assert.Equal("No activity task named 'Nobody' was found.", inner.ErrorMessage);
        });

    [Fact]
    public Task CallActivity_OptionsAsInput_IsRefused() => Case(
        r =>
        {
            r.WithWaits();
            r.Orchestrator("Caller", async c => await c.CallActivityAsync<string>("Nothing", (object)new TaskOptions(), null));
        },
        async run => Assert.True((await run.Run("Caller")).FailureDetails!.IsCausedBy<ArgumentException>()));

    [Fact]
    public Task CallActivity_OneOfTwoFails_TheInstanceFailsWhenTheOtherIsAnswered()
    {
        var release = new TaskCompletionSource();
        return Case(
            r =>
            {
                r.Orchestrator("Caller", async c =>
                {
                    _ = c.CallActivityAsync("Slow");
                    return await c.CallActivityAsync<string>("Break");
                });
                r.Activity<string>("Slow", async _ =>
                {
                    await release.Task;
                    return null;
                });
                r.Activity("Break", () => throw new InvalidDataException("broken"));
                r.Orchestrator("After", async c => await c.WaitForExternalEvent<string>("go"));
            },
            async run =>
            {
                var id = await run.Start("Caller", "caller");
                var other = await run.Start("After", "after");
                await run.Raise(other, "go", "x");
                await run.Completed(other);
                Assert.Equal(OrchestrationRuntimeStatus.Running, (await run.Get(id)).RuntimeStatus);
                release.SetResult();
                Assert.Equal("broken", (await run.Completed(id)).FailureDetails!.InnerFailure!.ErrorMessage);
            });
    }

    [Fact]
    public Task CallActivity_FailureCaught_GoesOn() => Case(
        r =>
        {
            r.Orchestrator("Caller", async c =>
            {
                try
                {
                    return await c.CallActivityAsync<string>("Break");
                }
                catch (TaskFailedException)
                {
                    return await c.CallActivityAsync<string>("Mend");
                }
            });
            r.Activity("Break", () => throw new InvalidDataException("broken"));
            r.Activity("Mend", () => "mended");
        },
        async run => Assert.Equal("mended", (await run.Run("Caller")).ReadOutputAs<string>()));

    [Fact]
    public Task Orchestrator_Throws_FailsWithItsTypeMessageAndInner() => Case(
        r => r.Orchestrator("Bad", _ => throw new InvalidDataException("no good", new FormatException("worse"))),
        async run =>
        {
            var done = await run.Run("Bad");
            Assert.Equal(OrchestrationRuntimeStatus.Failed, done.RuntimeStatus);
            Assert.Equal("System.IO.InvalidDataException", done.FailureDetails!.ErrorType);
            Assert.Equal("no good", done.FailureDetails.ErrorMessage);
            Assert.Equal("worse", done.FailureDetails.InnerFailure!.ErrorMessage);
            Assert.True(done.IsCompleted);
        });

    [Fact]
    public Task Orchestrator_NotRegistered_FailsSayingSo() => Case(
        r => r.WithWaits(),
        async run => Assert.Equal("OrchestratorTaskNotFound", (await run.Run("Nobody")).FailureDetails!.ErrorType));

    private sealed class OwnException() : IOException("of its own");

    private sealed record Note(string Name, int Number, DateOnly Day, string? Remark);
}
