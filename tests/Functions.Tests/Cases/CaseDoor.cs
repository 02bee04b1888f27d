using Microsoft.AspNetCore.Http;

namespace EntCredit.Functions.Tests.Cases;

/// <summary>Gives a test the client that the runtime gives to functions.</summary>
public sealed class CaseDoor(CaseLog log)
{
    [Function("CaseDoor")]
    public IResult Open([HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "door")] HttpRequest request, [DurableClient] DurableTaskClient client)
    {
        log.Client = client;
        return Results.Ok();
    }
}
