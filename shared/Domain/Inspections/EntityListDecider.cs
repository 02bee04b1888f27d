using EntCredit.Domain.Calendar;
using EntCredit.Domain.Departments;
using EntCredit.Domain.Events;
using EntCredit.Domain.Jurisdictions;
using EntCredit.Domain.Obligations;

namespace EntCredit.Domain.Inspections;

/// <summary>The rules of the list of market entities (湘商改〔2016〕7号 第八条): a pure function of command, state and the jurisdiction's rules.</summary>
public static class EntityListDecider
{
    /// <summary>The daily refresh.</summary>
    public const string DailyRefresh = "T17";

    /// <summary>What follows from a command. A repeated command gives no events.</summary>
    public static Decision<EntityListEvent> Decide(EntityListCommand command, EntityList state, CaseRules rules) => command switch
    {
        EntityListCommand.Refresh refresh when !rules.Is(refresh.By, DepartmentRole.MarketSupervision) =>
            Decision<EntityListEvent>.Impossible(InspectionErrors.NotMarketSupervision),
        EntityListCommand.Refresh refresh when LegalZone.DayOf(refresh.At) <= state.Last?.Day => Decision<EntityListEvent>.Nothing,
        EntityListCommand.Refresh refresh => Refresh(refresh, state, rules),
        EntityListCommand.NoteOverdue note => new(
            [.. state.Duties.FallenBy(note.At).Select(duty => new EntityListEvent.FellOverdue(note.At, duty.Rule, duty.Debtor, duty.Due))], null),
        _ => Decision<EntityListEvent>.Nothing,
    };

    /// <summary>省工商行政管理部门每日更新市场主体名录库 (H 第八条): a refresh ends the duty since the last one and starts the next day's.</summary>
    private static Decision<EntityListEvent> Refresh(EntityListCommand.Refresh refresh, EntityList state, CaseRules rules)
    {
        var day = LegalZone.DayOf(refresh.At);
        List<EntityListEvent> events =
        [
            new EntityListEvent.Refreshed(refresh.At, refresh.By, refresh.Jurisdiction, day, refresh.Entities, refresh.ListDigest)
            {
                Closed = state.Duties.Keep(DailyRefresh, refresh.At),
            },
        ];
        if (rules.Open(ClockKind.EntityRosterUpdate, refresh.By, day.AddDays(1)) is { } next)
            events.Add(new EntityListEvent.Awaited(refresh.At, refresh.Jurisdiction, day.AddDays(1)) { Opened = next });
        return new(events, null);
    }
}
