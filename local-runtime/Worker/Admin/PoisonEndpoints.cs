using EntCredit.LocalRuntime.Worker.Blobs;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace EntCredit.LocalRuntime.Worker.Admin;

/// <summary>
/// The poison list over HTTP, for whom <see cref="AdminGate"/> admits: what the queue <c>webjobs-blobtrigger-poison</c> is in the cloud.
/// <c>GET /admin/local/poison</c> · <c>POST /admin/local/poison/replay</c> · <c>POST /admin/local/poison/{id}/replay</c>.
/// </summary>
internal sealed class PoisonEndpoints(AdminGate gate, IPoisonList poison, BlobListener listener)
{
    public void Map(IEndpointRouteBuilder routes)
    {
        RouteGroupBuilder group = routes.MapGroup("/admin/local/poison");
        group.AddEndpointFilter(gate.AdmitAsync);
        group.MapGet("", () => TypedResults.Json(new { items = poison.Read().Select(Shown) }));
        group.MapPost("replay", () => Replay(null));
        group.MapPost("{id:long}/replay", (long id) => Replay(id));
    }

    private static object Shown(PoisonBlob blob) =>
        new { id = blob.Id, function = blob.Function, container = blob.Container, name = blob.Name, tries = blob.Tries, reason = blob.Error };

    private IResult Replay(long? id)
    {
        int replayed = poison.Replay(id);
        listener.Wake();
        return id is not null && replayed == 0
            ? TypedResults.Json(new { error = "Nothing of that id is on the poison list." }, statusCode: StatusCodes.Status404NotFound)
            : TypedResults.Json(new { replayed });
    }
}
