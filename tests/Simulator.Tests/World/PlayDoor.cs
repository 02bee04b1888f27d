using System.Text.Json.Nodes;
using EntCredit.Orchestrations;
using EntCredit.Stores.Ledger;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;

namespace EntCredit.Simulator.Tests.World;

/// <summary>The simulated offices' door to their cases: decides by the law in force, commits, and wakes as often as the play has it.</summary>
public sealed class PlayDoor(ILedger ledger, Rulebook rulebook, [FromKeyedServices("legal")] TimeProvider legal)
{
    public const string Name = "PlayDoor";

    [Function(Name)]
    public async Task<IResult> DoAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "play/{area}/{stream}")] HttpRequest request,
        string area,
        string stream,
        [DurableClient] DurableTaskClient client,
        CancellationToken cancellation)
    {
        var desk = PlayDesk.Of(area);
        var command = (await JsonNode.ParseAsync(request.Body, cancellationToken: cancellation))!.AsObject();
        var done = await CommitAsync(desk, stream, request.Query["land"]!, request.Query["kind"]!, command, cancellation);
        if (desk.Orchestrator is { } orchestrator && done.Events > 0)
        {
            for (var wakes = int.Parse(request.Query["wakes"]!, System.Globalization.CultureInfo.InvariantCulture); wakes > 0; wakes--)
                await client.WakeCaseAsync(orchestrator, stream, cancellation);
        }

        return Results.Json(done);
    }

    private async Task<Done> CommitAsync(PlayDesk desk, string stream, string land, string kind, JsonObject command, CancellationToken cancellation)
    {
        for (; ; )
        {
            var law = await rulebook.TodayAsync(cancellation);
            var loaded = await ledger.LoadAsync(stream, cancellation);
            command["At"] = legal.GetUtcNow();
            var (events, error) = desk.Decide(kind, command, loaded.Events, law, land);
            if (events.Count == 0) return new Done(0, error);
            try
            {
                await ledger.AppendAsync([new Append(stream, loaded.Partition ?? stream, loaded.Version, events)], cancellation);
                return new Done(events.Count, error);
            }
            catch (LedgerConflictException)
            {
                // Whoever keeps the time was first: decided again.
            }
        }
    }
}
