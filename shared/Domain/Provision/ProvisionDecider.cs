using EntCredit.Domain.Calendar;
using EntCredit.Domain.Errors;
using EntCredit.Domain.Events;
using EntCredit.Domain.Jurisdictions;
using EntCredit.Domain.Obligations;

namespace EntCredit.Domain.Provision;

/// <summary>The rules of a month's provision (渝府办发〔2016〕170号 三(二)(三)): a pure function of command, state and the jurisdiction's rules.</summary>
public static class ProvisionDecider
{
    /// <summary>The provision of a month's information.</summary>
    public const string Monthly = "T6";

    /// <summary>Its load into the national system.</summary>
    public const string Loading = "T7";

    /// <summary>What follows from a command. A repeated command gives no events.</summary>
    public static Decision<ProvisionEvent> Decide(ProvisionCommand command, MonthProvision state, CaseRules rules) => (command, state) switch
    {
        (ProvisionCommand.Expect expect, { Expected: null }) => Expect(expect, rules),
        (ProvisionCommand.Expect, _) => Decision<ProvisionEvent>.Nothing,
        (ProvisionCommand.NoteOverdue note, _) => new(
            [.. state.Duties.FallenBy(note.At).Select(duty => new ProvisionEvent.FellOverdue(note.At, duty.Rule, duty.Debtor, duty.Due))], null),
        (_, { Expected: null }) => Impossible(ProvisionErrors.Unknown),
        (ProvisionCommand.Provide provide, _) => Provide(provide, state, rules),
        (ProvisionCommand.Load load, _) => Load(load, state, rules),
        _ => Decision<ProvisionEvent>.Nothing,
    };

    /// <summary>
    /// 于每月5日前通过“重庆市企业联合征信系统”向工商部门提供 (C 三(二)): the previous month's information (A18), the 5th included (A17),
    /// as long as the regime holds (A34: 在全市统一的共享交换平台建成之前).
    /// </summary>
    private static Decision<ProvisionEvent> Expect(ProvisionCommand.Expect expect, CaseRules rules)
    {
        var last = new DateOnly(expect.Month.Year, expect.Month.Month, DateTime.DaysInMonth(expect.Month.Year, expect.Month.Month));
        var month = new DateOnly(last.Year, last.Month, 1);
        var profile = rules.Profile;
        if (month < Deadlines.Earliest || month > Deadlines.Latest || !profile.Provision.IsMonthlyOn(month) || profile.IsBacklog(last))
            return Impossible(ProvisionErrors.NotMonthly);
        return rules.Open(ClockKind.MonthlyProvision, expect.Department, month) is { } opened
            ? Decision<ProvisionEvent>.Of(new ProvisionEvent.Expected(expect.At, expect.Department, expect.Jurisdiction, month) { Opened = opened })
            : Impossible(ProvisionErrors.NotMonthly);
    }

    private static Decision<ProvisionEvent> Provide(ProvisionCommand.Provide provide, MonthProvision state, CaseRules rules)
    {
        if (provide.By != state.Expected!.Department) return Impossible(ProvisionErrors.NotYours);
        if (state.Provided.Contains(provide.Digest)) return Decision<ProvisionEvent>.Nothing;
        var day = LegalZone.DayOf(provide.At);
        if (day < state.Expected.Month.AddMonths(1)) return Impossible(ProvisionErrors.MonthNotOver);
        return Decision<ProvisionEvent>.Of(new ProvisionEvent.Provided(provide.At, provide.By, provide.Records, provide.Digest)
        {
            Opened = provide.Records == 0 || state.Duties.Open.ContainsKey(Loading) ? null : OpenLoad(day, rules),
            Closed = state.Duties.Keep(Monthly, provide.At),
        });
    }

    private static Decision<ProvisionEvent> Load(ProvisionCommand.Load load, MonthProvision state, CaseRules rules)
    {
        if (rules.Profile.Provision.Load is not { } rule || !rules.Is(load.By, rule.Debtor)) return Impossible(ProvisionErrors.MayNotLoad);
        if (state.AwaitingLoad == 0)
            return state.LoadedAt is null ? Impossible(ProvisionErrors.NothingToLoad) : Decision<ProvisionEvent>.Nothing;
        return Decision<ProvisionEvent>.Of(new ProvisionEvent.Loaded(load.At, load.By, load.Records)
        {
            Closed = state.Duties.Keep(Loading, load.At),
        });
    }

    /// <summary>由市工商局每月加载到国家公示系统对外公开 (C 三(三)).</summary>
    private static IReadOnlyList<OpenedDuty>? OpenLoad(DateOnly providedOn, CaseRules rules)
    {
        if (rules.Profile.Provision.Load is not { } rule) return null;
        if (rules.Departments.In(rules.Profile.Id, rule.Debtor).FirstOrDefault() is not { } debtor) return null;
        var due = ProvisionDays.LoadOf(rule.Day, providedOn, rules.Calendar);
        return [new OpenedDuty(Loading, debtor.Id, providedOn, due, rules.Calendar.Version, rules.Calendar.IsProvisional(due))];
    }

    private static Decision<ProvisionEvent> Impossible(ErrorDefinition error) => Decision<ProvisionEvent>.Impossible(error);
}
