using EntCredit.Conformance.Tests.Running;

namespace EntCredit.Conformance.Tests.Cases;

/// <summary>Values that do not fit: each fails whoever it belongs to, and no other.</summary>
public sealed class ShapeCases : ConformanceSuite
{
    private const string JsonError = "System.Text.Json.JsonException";

    [Fact]
    public Task ActivityResult_OfAnotherShape_ThrowsWhereItIsAwaited() => Case(
        r =>
        {
            r.Orchestrator("Caller", async c =>
            {
                try
                {
                    return await c.CallActivityAsync<int>("Text");
                }
                catch (System.Text.Json.JsonException)
                {
                    return "caught";
                }
            });
            r.Activity("Text", () => "no number");
        },
        async run => Assert.Equal("caught", (await run.Run("Caller")).ReadOutputAs<string>()));

    [Fact]
    public Task ActivityInput_OfAnotherShape_FailsTheActivity() => Case(
        r =>
        {
            r.Orchestrator("Caller", async c => await c.CallActivityAsync<int>("Square", "no number"));
            r.Activity<int>("Square", n => n * n);
        },
        async run => Assert.Equal(JsonError, (await run.Run("Caller")).FailureDetails!.InnerFailure!.ErrorType));

    [Fact]
    public Task ActivityResult_ThatCannotBeWritten_FailsTheActivity() => Case(
        r =>
        {
            r.Orchestrator("Caller", async c => await c.CallActivityAsync<object>("Cycle"));
            r.Activity("Cycle", Cycle);
        },
        async run => Assert.Equal(JsonError, (await run.Run("Caller")).FailureDetails!.InnerFailure!.ErrorType));

    [Fact]
    public Task OrchestratorInput_OfAnotherShape_FailsTheInstance() => Case(
        r => r.Orchestrator<int>("Number", (_, n) => Task.FromResult<object?>(n)),
        async run => Assert.Equal(JsonError, (await run.Run("Number", "no number")).FailureDetails!.ErrorType));

    [Fact]
    public Task OrchestratorOutput_ThatCannotBeWritten_FailsTheInstance() => Case(
        r => r.Orchestrator("Cycle", _ => Task.FromResult<object?>(Cycle())),
        async run => Assert.Equal(JsonError, (await run.Run("Cycle")).FailureDetails!.ErrorType));

    [Fact]
    public Task CustomStatus_ThatCannotBeWritten_FailsTheInstance() => Case(
        r => r.Orchestrator("Cycle", async c =>
        {
            c.SetCustomStatus(Cycle());
            return await c.WaitForExternalEvent<string>("go");
        }),
        async run => Assert.Equal(JsonError, (await run.Run("Cycle")).FailureDetails!.ErrorType));

    private static List<object> Cycle()
    {
        var cycle = new List<object>();
        cycle.Add(cycle);
        return cycle;
    }
}
