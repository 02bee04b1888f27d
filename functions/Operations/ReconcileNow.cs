using EntCredit.Domain.Departments;
using EntCredit.Functions.Access;
using EntCredit.Functions.OpenApi;
using EntCredit.Functions.Http;
using EntCredit.Orchestrations.Reconciliation;
using Microsoft.AspNetCore.Http;

namespace EntCredit.Functions.Operations;

/// <summary>Runs the reconciler on demand.</summary>
public sealed class ReconcileNow(Reconciler reconciler)
{
    /// <summary>Finds by the ledger what should have moved and has not, moves it, and answers how much was found. All zero: nothing stood still.</summary>
    [Function("ReconcileNow")]
    [Access(Reach.Everything, DepartmentRole.Operator)]
    [Answers(200, typeof(Reconciliation))]
    public async Task<IResult> RunAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "api/v1/operations/reconcile")] HttpRequest request,
        [DurableClient] DurableTaskClient client,
        CancellationToken cancellation) => ApiJson.Ok(await reconciler.RunAsync(client, cancellation));
}
