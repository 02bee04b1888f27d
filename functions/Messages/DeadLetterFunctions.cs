using EntCredit.Domain.Departments;
using EntCredit.Functions.Access;
using EntCredit.Functions.Cases;
using EntCredit.Functions.Http;
using EntCredit.Functions.OpenApi;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Configuration;

namespace EntCredit.Functions.Messages;

/// <summary>The operator's view of messages that were put aside.</summary>
public sealed class DeadLetterFunctions(DeadLetterBox box, IConfiguration configuration)
{
    /// <summary>Everything that was put aside, with its reason; of each place the hundred oldest.</summary>
    [Function("ListDeadLetters")]
    [Access(Reach.Everything, DepartmentRole.Operator)]
    [Answers(200, typeof(DeadLetterList))]
    [Fails("EC4809")]
    public async Task<IResult> ListAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "api/v1/operations/dead-letters")] HttpRequest request, CancellationToken cancellation)
    {
        if (!MessageBus.IsNamed(configuration)) return Problems.Of(MessageErrors.NoBus);
        try
        {
            List<DeadLetterDocument> items = [];
            foreach (var entity in box.Entities)
                items.AddRange((await box.ListAsync(entity, 0, cancellation)).Select(message => DeadLetterDocument.Of(entity, message)));
            return ApiJson.Ok(new DeadLetterList(items));
        }
        catch (ServiceBusException)
        {
            return Problems.Of(MessageErrors.NoBus);
        }
    }

    /// <summary>Tries one again, after what was wrong is mended.</summary>
    [Function("ReplayDeadLetter")]
    [Access(Reach.Everything, DepartmentRole.Operator)]
    [Takes(typeof(ReplayBody))]
    [Answers(200, typeof(ReplayedLetter))]
    [Fails("EC4808", "EC4809", "EC15*")]
    public async Task<IResult> ReplayAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "api/v1/operations/dead-letters/replay")] HttpRequest request,
        [DurableClient] DurableTaskClient client,
        CancellationToken cancellation)
    {
        var (body, refusal) = await CaseBody.ReadAsync<ReplayBody>(request, cancellation);
        if (refusal is not null) return refusal;
        if (!MessageBus.IsNamed(configuration)) return Problems.Of(MessageErrors.NoBus);
        if (!box.Entities.Contains(body!.Entity)) return Problems.Of(MessageErrors.NoLetter);
        try
        {
            return await box.ReplayAsync(body.Entity, body.SequenceNumber, client, cancellation) is { } replayed
                ? ApiJson.Ok(replayed)
                : Problems.Of(MessageErrors.NoLetter);
        }
        catch (ServiceBusException)
        {
            return Problems.Of(MessageErrors.NoBus);
        }
    }
}
