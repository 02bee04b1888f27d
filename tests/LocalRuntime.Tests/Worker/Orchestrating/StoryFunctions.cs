using System.Diagnostics;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;

namespace EntCredit.LocalRuntime.Tests.Worker.Orchestrating;

public sealed class StoryFunctions(Seen seen, [FromKeyedServices("legal")] TimeProvider legal)
{
    [Function("Begin")]
    public async Task<IResult> Begin(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "stories/{id}")] HttpRequest request,
        string id,
        [DurableClient] DurableTaskClient client
    )
    {
        await client.ScheduleNewOrchestrationInstanceAsync("Story", new StoryInput(id, 3), new StartOrchestrationOptions(id));
        return Results.Accepted();
    }

    [Function("Story")]
    public static async Task<string> Story([OrchestrationTrigger] TaskOrchestrationContext context)
    {
        StoryInput input = context.GetInput<StoryInput>()!;
        for (int day = 0; day < input.Days; day++)
        {
            await context.CreateTimer(context.CurrentUtcDateTime.AddDays(1), CancellationToken.None);
            await context.CallActivityAsync<string>("Tell", input with { Days = day });
        }
        return "told";
    }

    [Function("Tell")]
    public string Tell([ActivityTrigger] StoryInput input, FunctionContext context, string instanceId)
    {
        seen.Add($"{legal.GetUtcNow():MM-dd HH:mm} tell {instanceId} {input.Days} {Activity.Current!.TraceId}");
        return context.InvocationId;
    }

    [Function("Nightly")]
    public void Nightly([TimerTrigger("0 0 16 * * *")] TimerInfo timer) => seen.Add($"{legal.GetUtcNow():MM-dd HH:mm} nightly");

    public sealed record StoryInput(string Id, int Days);
}
