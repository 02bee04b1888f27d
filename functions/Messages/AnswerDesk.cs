using EntCredit.Domain.Departments;
using EntCredit.Domain.DualNotice;
using EntCredit.Domain.Errors;
using EntCredit.Domain.Sanctions;
using EntCredit.Functions.Access;
using EntCredit.Functions.Cases;
using EntCredit.Functions.DualNotice;
using EntCredit.Functions.Http;
using EntCredit.Orchestrations;
using EntCredit.Orchestrations.Cases;
using EntCredit.Orchestrations.DualNotice;
using EntCredit.Orchestrations.Sanctions;

namespace EntCredit.Functions.Messages;

/// <summary>
/// What departments answer by message, asked of the same desks as their HTTP inbox asks: one state machine. Whichever comes first counts; the second
/// decides nothing and is no error.
/// </summary>
public sealed class AnswerDesk(SanctionDesk sanctions, RestrictionDesk restrictions, NoticeDesk notices, NoticeDoor noticeDoor)
{
    private const int IdLength = 20;

    private static readonly string
        Sanction = Instances.OfSanction(string.Empty), Restriction = Instances.OfRestriction(string.Empty), Notice = Instances.OfNotice(string.Empty);

    /// <summary>Does what an answer asks. Null where it is done, now or before.</summary>
    /// <exception cref="InvalidOperationException">Too many wrote at once: it is to be tried again.</exception>
    public async Task<Refusal?> TakeAsync(ReceivedAnswer answer, Caller caller, DurableTaskClient client, CancellationToken cancellation)
    {
        var error = answer.Subject switch
        {
            var subject when subject.StartsWith(Sanction, StringComparison.Ordinal) => await OfSanctionAsync(answer, caller, client, cancellation),
            var subject when subject.StartsWith(Restriction, StringComparison.Ordinal) => await OfRestrictionAsync(answer, caller, client, cancellation),
            var subject when subject.StartsWith(Notice, StringComparison.Ordinal) => await OfNoticeAsync(answer, caller, client, cancellation),
            _ => Refusal.Of(MessageErrors.UnknownAct, answer.Subject),
        };
        return error?.Error == CaseErrors.Busy ? throw new InvalidOperationException("The case is being written by others.") : error;
    }

    private async Task<Refusal?> OfSanctionAsync(ReceivedAnswer answer, Caller caller, DurableTaskClient client, CancellationToken cancellation)
    {
        // sanction-{id}-{department}: the delivery that the message told of.
        var rest = answer.Subject[Sanction.Length..];
        var id = rest.Length > IdLength ? rest[..IdLength] : rest;
        if (!CaseIds.IsId(id)) return Refusal.Of(SanctionErrors.Unknown);
        var file = await sanctions.LoadAsync(id, cancellation);
        if (file.Sanction.Target is null) return Refusal.Of(SanctionErrors.Unknown);
        if (rest != $"{id}-{caller.Id}" || !file.Sanction.Implementers.Contains(caller.Id)) return Refusal.Of(SanctionErrors.NotYours);

        Func<DateTimeOffset, DeliveryCommand> command;
        switch (answer.Act)
        {
            case "receive":
                command = now => new DeliveryCommand.Receive(now, caller.Id);
                break;
            case "receive-lifting":
                command = now => new DeliveryCommand.ReceiveLifting(now, caller.Id);
                break;
            case "apply":
                var (said, refusal) = Said<ResultBody>(answer);
                if (said is null) return refusal;
                command = now => new DeliveryCommand.Apply(now, caller.Id, CaseIds.DigestOf(said.Result));
                break;
            default:
                return Refusal.Of(MessageErrors.UnknownAct, answer.Act);
        }

        return Of(await sanctions.AnswerAsync(id, caller.Id, caller.Id, command, null, client, cancellation));
    }

    private async Task<Refusal?> OfRestrictionAsync(ReceivedAnswer answer, Caller caller, DurableTaskClient client, CancellationToken cancellation)
    {
        var id = answer.Subject[Restriction.Length..];
        if (!CaseIds.IsId(id)) return Refusal.Of(SanctionErrors.Unknown);
        var found = await restrictions.LoadAsync(id, cancellation);
        if (found.State.Decision is not { } decided) return Refusal.Of(SanctionErrors.Unknown);
        if (decided.By != caller.Id) return Refusal.Of(SanctionErrors.NotYours);
        switch (answer.Act)
        {
            case "feedback":
                var (fed, unfit) = Said<ResultBody>(answer);
                return fed is null ? unfit : Of((await restrictions.FeedBackAsync(id, caller.Id, CaseIds.DigestOf(fed.Result), null, client, cancellation)).Error);
            case "lift":
                var (why, wrong) = Said<ReasonBody>(answer);
                return why is null ? wrong : Of((await restrictions.LiftAsync(id, caller.Id, why.Reason, null, client, cancellation)).Error);
            default:
                return Refusal.Of(MessageErrors.UnknownAct, answer.Act);
        }
    }

    private async Task<Refusal?> OfNoticeAsync(ReceivedAnswer answer, Caller caller, DurableTaskClient client, CancellationToken cancellation)
    {
        var id = answer.Subject[Notice.Length..];
        if (!caller.Has(DepartmentRole.Approver)) return Refusal.Of(NoticeErrors.NotApprover);
        if (await noticeDoor.FindAsync(caller, id, cancellation) is null) return Refusal.Of(NoticeErrors.Unknown);
        var (command, refusal) = NoticeCommandOf(answer, caller.Id);
        return command is null ? refusal : Of((await notices.ActAsync(id, command, null, client, cancellation)).Error);
    }

    private static (Func<DateTimeOffset, NoticeCommand>? Command, Refusal? Refusal) NoticeCommandOf(ReceivedAnswer answer, string by)
    {
        switch (answer.Act)
        {
            case "claim":
                return (now => new NoticeCommand.Claim(now, by), null);
            case "acknowledge":
                return (now => new NoticeCommand.Acknowledge(now, by), null);
            case "result":
                return (now => new NoticeCommand.FeedBackResult(now, by), null);
            case "return":
                var (why, wrong) = Said<ReasonBody>(answer);
                return why is null ? (null, wrong) : (now => new NoticeCommand.Return(now, by, why.Reason), null);
            case "complete":
                var (done, unfit) = Said<CompleteBody>(answer);
                return done is null ? (null, unfit) : (now => new NoticeCommand.Complete(now, by, done.CompletedOn, done.Outcome), null);
            case "check":
                var (seen, unseen) = Said<CheckBody>(answer);
                return seen is null ? (null, unseen) : (now => new NoticeCommand.FeedBackCheck(now, by, seen.CheckedOn, CaseIds.DigestOf(seen.Result)), null);
            default:
                return (null, Refusal.Of(MessageErrors.UnknownAct, answer.Act));
        }
    }

    private static (T? Said, Refusal? Refusal) Said<T>(ReceivedAnswer answer)
        where T : class, ICaseBody
    {
        var (value, where) = Bodies.Parse<T>(answer.Data);
        return (value?.Fault ?? where) is { } fault ? (null, Refusal.Of(MessageErrors.Content, fault)) : (value, null);
    }

    private static Refusal? Of(ErrorDefinition? error) => error is null ? null : Refusal.Of(error);
}
