using System.Diagnostics;
using EntCredit.Domain.Messages;
using EntCredit.Domain.Subjects;
using EntCredit.Functions.Access;
using EntCredit.Stores.Audit;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;

namespace EntCredit.Functions.Messages;

/// <summary>Takes one answer: read, its sender known, written down in the audit trail as an HTTP call is, and done.</summary>
public sealed class AnswerIntake(AnswerGate gate, AnswerDesk desk, IAuditTrail trail, [FromKeyedServices("machine")] TimeProvider machine)
{
    private const int MostAbout = 300;
    private const string Function = "AnswersArrived";
    private const string Route = "MESSAGE /" + MessageNames.Answers;

    /// <summary>Takes it. Null where it is done, now or before; else why it never will be.</summary>
    /// <exception cref="Exception">It could not be done now, or could not be written down: it is to be tried again.</exception>
    public async Task<Refusal?> TakeAsync(ServiceBusReceivedMessage message, DurableTaskClient client, CancellationToken cancellation)
    {
        var (answer, refusal) = ReceivedAnswer.Read(message.Body.ToMemory());
        if (answer is null) return refusal;
        var (caller, unknown) = gate.Admit(answer, message);
        if (caller is null) return unknown;

        // What cannot be written down does not happen.
        await trail.AppendAsync(Entry(answer, caller, 0), CancellationToken.None);
        var refused = await desk.TakeAsync(answer, caller, client, cancellation);
        await trail.AppendAsync(Entry(answer, caller, refused?.Error.Status ?? StatusCodes.Status200OK), CancellationToken.None);
        return refused;
    }

    private AuditEntry Entry(ReceivedAnswer answer, Caller caller, int status) => new(
        machine.GetUtcNow(),
        caller.Id,
        Function,
        Route,
        AboutOf(answer),
        string.Join(' ', caller.Owners),
        null,
        status,
        Activity.Current?.TraceId.ToString());

    private static string AboutOf(ReceivedAnswer answer)
    {
        var about = PersonId.MaskIn($"id={answer.Id} act={answer.Act} subject={answer.Subject}");
        return about.Length <= MostAbout ? about : about[..MostAbout];
    }
}
