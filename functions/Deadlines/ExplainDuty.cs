using System.Text.Json.Nodes;
using EntCredit.Domain.Calendar;
using EntCredit.Domain.Departments;
using EntCredit.Domain.Jurisdictions;
using EntCredit.Domain.Obligations;
using EntCredit.Domain.Provision;
using EntCredit.Domain.Records;
using EntCredit.Functions.Access;
using EntCredit.Functions.Http;
using EntCredit.Functions.OpenApi;
using EntCredit.Orchestrations;
using EntCredit.Stores.Ledger;
using EntCredit.Stores.Views;
using Microsoft.AspNetCore.Http;

namespace EntCredit.Functions.Deadlines;

/// <summary>Why a duty of the ledger is due on its day: the fact that it starts from, the rule and its article, and each day.</summary>
public sealed class ExplainDuty(IObligationBook obligations, ILedger ledger, JurisdictionProfiles profiles, Rulebook rulebook)
{
    /// <summary>The duty about a record under a rule, e.g. <c>T1</c>; for its provider, its debtor and the operator.</summary>
    [Function("ExplainDuty")]
    [Access(Reach.Own)]
    [Access(Reach.Jurisdiction, DepartmentRole.MarketSupervision, DepartmentRole.Auditor)]
    [Access(Reach.Everything, DepartmentRole.Operator)]
    [Parameter("id", "记录编号")]
    [Parameter("rule", "规则编号，例如 T1")]
    [Answers(200, typeof(object))]
    [Fails("EC4001", "EC1006")]
    public Task<IResult> RunAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "api/v1/records/{id}/duties/{rule}")] HttpRequest request,
        string id,
        string rule,
        CancellationToken cancellation) =>
        ExplainAsync(Callers.Of(request), id, rule, cancellation);

    /// <summary>The same of any duty in the ledger: about a record, an objection, a sanction, a notice, a roster, a month.</summary>
    [Function("ExplainCaseDuty")]
    [Access(Reach.Own)]
    [Access(Reach.Jurisdiction, DepartmentRole.MarketSupervision, DepartmentRole.Auditor)]
    [Access(Reach.Everything, DepartmentRole.Operator)]
    [Parameter("stream", "记录或案件编号，例如 sanction-…")]
    [Parameter("rule", "规则编号，例如 T1")]
    [Answers(200, typeof(object))]
    [Fails("EC4001", "EC1006")]
    public Task<IResult> OfCaseAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "api/v1/duties/{stream}/{rule}")] HttpRequest request,
        string stream,
        string rule,
        CancellationToken cancellation) =>
        ExplainAsync(Callers.Of(request), stream, rule, cancellation);

    private async Task<IResult> ExplainAsync(Caller caller, string id, string rule, CancellationToken cancellation)
    {
        var duties = await obligations.AboutAsync(id, cancellation);
        if (!duties.Any(duty => caller.Reaches(duty.Debtor, duty.Jurisdiction))) return Problems.Of(RecordErrors.Unknown);
        if (duties.LastOrDefault(duty => duty.Rule == rule) is not { } found) return Problems.Of(SystemErrors.NotThere, rule);
        if (LoadOf(found) is { } load) return ApiJson.Ok(load);
        if (GroundsOf(found) is not { } grounds) return Problems.Of(SystemErrors.NotThere, rule);

        // By the period under which it was opened: a profile that was loaded since binds what comes after it only.
        var stream = await ledger.LoadAsync(id, cancellation);
        var term = stream.Events.SelectMany(happened => happened.Opened ?? []).LastOrDefault(opened => opened.Rule == rule)?.Term ?? grounds.Term;
        var explanation = Domain.Calendar.Deadlines.Explain((await rulebook.TodayAsync(cancellation)).Calendar, term, found.From, OfReceipt(stream, found) ?? grounds.Why);
        var answer = JsonNode.Parse(explanation.ToJson())!;
        answer["obligationDue"] = found.Due.ToString("yyyy-MM-dd");
        answer["text"] = new JsonArray([.. explanation.ToChinese().Concat(MovedTo(found.Due, explanation.Due)).Concat(ChangedSince(term, grounds.Term)).Select(line => JsonValue.Create(line))]);
        return ApiJson.Ok(answer);
    }

    private static IEnumerable<string> MovedTo(DateOnly due, DateOnly counted) => due > counted
        ? [$"本项义务的届满日是 {due:yyyy-MM-dd}：不早于该信息的归集期限，也不因节假日安排的变动而提前。"]
        : [];

    private static IEnumerable<string> ChangedSince(Term bound, Term now) => bound == now
        ? []
        : ["本项义务按其产生时的期限计算；该辖区的期限其后有变化，只适用于以后产生的义务。"];

    /// <summary>A32: of what arose outside the jurisdiction the collection is counted from its receipt.</summary>
    private DeadlineGrounds? OfReceipt(LoadedStream stream, Obligation duty)
    {
        var received = stream.Events.Select(happened => (happened as RecordEvent.Collected)?.Content.ReceivedOn ?? (happened as RecordEvent.Refused)?.Content.ReceivedOn)
            .FirstOrDefault(day => day == duty.From);
        return received is not null && profiles.Get(duty.Jurisdiction) is { OutsideInformation: { StartsAtReceipt: true } outside } profile
            && profile.Clock(ClockKind.Collection)?.RuleId == duty.Rule
            ? new DeadlineGrounds("收到外来信息之日", duty.Rule, $"{outside.Source.Document} {outside.Source.Article}")
            : null;
    }

    /// <summary>The monthly load has no period that is counted: its day is the profile's (A34).</summary>
    private object? LoadOf(Obligation duty)
    {
        if (duty.Rule != ProvisionDecider.Loading || profiles.Get(duty.Jurisdiction).Provision.Load is not { } load) return null;
        var day = load.Day == LoadDay.LastWorkingDayOfMonth ? "当月最后一个工作日" : "当月第一个工作日";
        return new
        {
            due = duty.Due,
            obligationDue = duty.Due,
            calendarVersion = duty.CalendarVersion,
            grounds = new { rule = duty.Rule, source = $"{load.Source.Document} {load.Source.Article}" },
            text = new[]
            {
                $"{duty.From:yyyy-MM-dd} 收到部门提供的信息；{load.Source.Document} {load.Source.Article}：“{load.Source.Quote}”。",
                $"文件未规定具体日期，按{day}加载，届满日为 {duty.Due:yyyy-MM-dd}。",
            },
        };
    }

    private (Term Term, DeadlineGrounds Why)? GroundsOf(Obligation duty)
    {
        var profile = profiles.Get(duty.Jurisdiction);
        if (duty.Rule == RecordDuties.Mending)
            return (profile.RefusedRowCorrection.AfterReceipt, new DeadlineGrounds("退回数据回执之日", duty.Rule, "系统设置：不早于该信息的归集期限"));
        return profile.Clocks.Values.FirstOrDefault(clock => clock.RuleId == duty.Rule) is { } found
            ? (found.Term, new DeadlineGrounds(found.StartsFrom, duty.Rule, $"{found.Document} {found.Article}"))
            : null;
    }
}
