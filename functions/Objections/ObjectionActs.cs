using EntCredit.Domain.Departments;
using EntCredit.Domain.Intake;
using EntCredit.Domain.Objections;
using EntCredit.Functions.Access;
using EntCredit.Functions.Cases;
using EntCredit.Functions.Http;
using EntCredit.Functions.OpenApi;
using EntCredit.Orchestrations.Corrections;
using EntCredit.Orchestrations.Objections;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;

namespace EntCredit.Functions.Objections;

/// <summary>What departments do in an objection, one act at a time; who may is the decider's to say (界政办〔2020〕5号 五(七)).</summary>
public sealed class ObjectionActs(ObjectionDesk desk, CorrectedContent corrected, [FromKeyedServices("legal")] TimeProvider legal)
{
    /// <summary>
    /// forward, receive, suspend (reason, notice), hide, lift (notice), resume, verify (finding, reason), remedy (remedy, notice, fields), carry-out,
    /// notify (notice). A repeated act changes nothing.
    /// </summary>
    [Function("ActOnObjection")]
    [Access(Reach.Own)]
    [Access(Reach.Jurisdiction, DepartmentRole.MarketSupervision)]
    [Access(Reach.Everything, DepartmentRole.Operator)]
    [Parameter("id", "案号")]
    [Parameter("act", "办理事项", OneOf = ["forward", "receive", "suspend", "hide", "lift", "resume", "verify", "remedy", "carry-out", "notify"])]
    [Parameter("If-Match", "读取时的 ETag：其后已有变化的不予办理", Header = true)]
    [Takes(typeof(ActBody), Optional = true)]
    [Answers(200, typeof(ObjectionMoved), Versioned = true)]
    [Fails("EC1005", "EC1006", "EC1302", "EC1307", "EC40*", "EC41*", "EC42*")]
    public async Task<IResult> ActAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "api/v1/objections/{id}/{act}")] HttpRequest request,
        string id,
        string act,
        [DurableClient] DurableTaskClient client,
        CancellationToken cancellation)
    {
        var caller = Callers.Of(request);
        var found = await desk.FindAsync(id, cancellation);
        if (!ObjectionSight.Sees(caller, found.State)) return Problems.Of(ObjectionErrors.Unknown);
        var read = await ActBody.ReadAsync(request, cancellation);
        if (read.Value is not { } body) return read.Refusal!;

        RecordContent? content = null;
        if (act == "remedy" && found.State.RemedyAsked is null && Words.Read<Remedy>(body.Remedy) == Remedy.Correction && caller.Id == found.State.Lodging!.About.Provider)
        {
            var reading = await corrected.ReadAsync(
                found.State.Lodging.About.Record, body.Fields ?? new Dictionary<string, string>(), legal.GetUtcNow(), cancellation);
            if (reading.Error is { } wrong) return Problems.Of(wrong, reading.Particular);
            content = reading.Content;
        }

        if (CommandOf(act, caller.Id, body, content) is not { } command) return Problems.Of(SystemErrors.NotThere, act);
        if (command(legal.GetUtcNow()) is null) return Problems.Of(SystemErrors.Parameter, act == "verify" ? "finding" : "remedy", "");
        var answer = await desk.ActAsync(id, VersionTag.Expected(request), at => command(at)!, client, cancellation);
        VersionTag.Set(request, answer.Version);
        if (answer.Stale) return Problems.Of(FilingErrors.Stale);
        return answer.Error is { } error
            ? Problems.Of(error)
            : ApiJson.Ok(new ObjectionMoved(id, answer.State.Phase, answer.State.Hidden, answer.State.Finding, answer.Version));
    }

    private static Func<DateTimeOffset, ObjectionCommand?>? CommandOf(string act, string by, ActBody body, RecordContent? content) => act switch
    {
        "forward" => at => new ObjectionCommand.Forward(at, by),
        "receive" => at => new ObjectionCommand.Receive(at, by),
        "suspend" => at => new ObjectionCommand.DecideSuspension(at, by, body.Reason ?? "", body.Notice ?? ""),
        "hide" => at => new ObjectionCommand.Hide(at, by),
        "lift" => at => new ObjectionCommand.LiftSuspension(at, by, body.Notice ?? ""),
        "resume" => at => new ObjectionCommand.Resume(at, by),
        "verify" => at => Words.Read<ObjectionFinding>(body.Finding) is { } finding ? new ObjectionCommand.Verify(at, by, finding, body.Reason ?? "") : null,
        "remedy" => at => Words.Read<Remedy>(body.Remedy) is { } remedy ? new ObjectionCommand.AskRemedy(at, by, remedy, body.Notice ?? "", content) : null,
        "carry-out" => at => new ObjectionCommand.CarryOutRemedy(at, by),
        "notify" => at => new ObjectionCommand.NotifyApplicant(at, by, body.Notice ?? ""),
        _ => null,
    };
}
