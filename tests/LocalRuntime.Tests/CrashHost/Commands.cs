using EntCredit.LocalRuntime.Durable.Client;

namespace EntCredit.LocalRuntime.CrashHost;

/// <summary>Does what a line says and prints the answer once it is done: NUMBER VERB ID [PAYLOAD], answered by NUMBER and the result, with a tab behind it.</summary>
internal sealed class Commands(DurableTaskClient client)
{
    private const char Mark = '\t';

    public async Task AnswerAsync(string line)
    {
        var parts = line.Split(' ');
        string answer;
        try
        {
            answer = await DoAsync(parts[1], parts[2], parts.Length > 3 ? parts[3] : null);
        }
        catch (Exception failure)
        {
            answer = "failed: " + failure.Message.ReplaceLineEndings(" ");
        }

        // A long line is written in pieces: the mark tells the whole one from what a kill has cut off.
        Console.WriteLine($"{parts[0]} {answer}{Mark}");
    }

    private async Task<string> DoAsync(string verb, string id, string? payload)
    {
        switch (verb)
        {
            case "schedule":
                return await ScheduleAsync(id);
            case "raise":
                await client.RaiseEventAsync(id, Lives.Event, payload);
                return "raised";
            default:
                var ended = await client.WaitForInstanceCompletionAsync(id, true);
                return $"{ended.RuntimeStatus} {ended.SerializedOutput}";
        }
    }

    private async Task<string> ScheduleAsync(string id)
    {
        try
        {
            await client.ScheduleNewOrchestrationInstanceAsync(
                "Life", null, new StartOrchestrationOptions(id).WithDedupeStatuses([.. StartOrchestrationOptionsExtensions.ValidDedupeStatuses]));
            return "scheduled";
        }
        catch (OrchestrationAlreadyExistsException)
        {
            return "exists";
        }
    }
}
