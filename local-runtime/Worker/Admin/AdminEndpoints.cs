using EntCredit.LocalRuntime.Clocks;
using EntCredit.LocalRuntime.Worker.Hosting;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace EntCredit.LocalRuntime.Worker.Admin;

/// <summary>
/// Legal time over HTTP, there only where the clock is movable, and only for whom <see cref="AdminGate"/> admits.
/// <c>GET /admin/local/clock</c> · <c>POST /admin/local/clock {"to":"2020-07-10T00:00:00Z"}</c> · <c>POST /admin/local/settle</c>.
/// </summary>
internal sealed class AdminEndpoints(
    AdminGate gate,
    LegalTimeMover mover,
    MovableTimeProvider legal,
    [FromKeyedServices(ClockKeys.Machine)] TimeProvider machine
)
{
    public void Map(IEndpointRouteBuilder routes)
    {
        RouteGroupBuilder group = routes.MapGroup("/admin/local");
        group.AddEndpointFilter(gate.AdmitAsync);
        group.MapGet("clock", Now);
        group.MapPost("clock", MoveAsync);
        group.MapPost("settle", SettleAsync);
    }

    private IResult Now() => TypedResults.Json(new { legal = Text(legal.GetUtcNow()), machine = Text(machine.GetUtcNow()) });

    private async Task<IResult> MoveAsync(ClockMove move, CancellationToken cancellation)
    {
        if (move.To is not { } text || Parsing.Instant(text) is not { } to)
            return Refused("'to' is an instant in UTC, such as 2020-07-10T00:00:00Z.");
        return await mover.MoveAsync(to, cancellation) ? Now() : Refused("Legal time never goes back.");
    }

    private async Task<IResult> SettleAsync(CancellationToken cancellation)
    {
        await mover.SettleAsync(cancellation);
        return Now();
    }

    private static IResult Refused(string reason) => TypedResults.Json(new { error = reason }, statusCode: StatusCodes.Status400BadRequest);

    private static string Text(DateTimeOffset instant) => instant.UtcDateTime.ToString("yyyy-MM-ddTHH:mm:ss.fffZ");
}
