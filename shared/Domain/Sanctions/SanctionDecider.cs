using EntCredit.Domain.Departments;
using EntCredit.Domain.Errors;
using EntCredit.Domain.Events;
using EntCredit.Domain.Obligations;

namespace EntCredit.Domain.Sanctions;

/// <summary>The rules of a sanction as its initiator starts and lifts it: a pure function of command, state and the jurisdiction's rules.</summary>
public static class SanctionDecider
{
    /// <summary>What follows from a command. A repeated command gives no events.</summary>
    public static Decision<SanctionEvent> Decide(SanctionCommand command, Sanction state, CaseRules rules) => (command, state) switch
    {
        (SanctionCommand.Initiate initiate, { Target: null }) => Initiate(initiate, rules),
        (SanctionCommand.Initiate, _) => Decision<SanctionEvent>.Nothing,
        (SanctionCommand.Propose propose, { Target: null, Proposal: null }) => rules.Profile.Sanctions is null
            ? Impossible(SanctionErrors.NotHere)
            : Decision<SanctionEvent>.Of(new SanctionEvent.Proposed(propose.At, propose.By, propose.Target, Ordered(propose.Implementers), propose.Record)),
        (SanctionCommand.Propose, _) => Decision<SanctionEvent>.Nothing,
        (SanctionCommand.Drop drop, { Proposal: { } proposal }) => drop.By != proposal.By
            ? Impossible(SanctionErrors.NotInitiator)
            : Decision<SanctionEvent>.Of(new SanctionEvent.ProposalDropped(drop.At, drop.By, drop.Reason)),
        (SanctionCommand.Drop, _) => Impossible(SanctionErrors.NotProposed),
        (_, { Target: null }) => Impossible(SanctionErrors.Unknown),

        (SanctionCommand.Extend extend, _) when extend.By != state.Initiator => Impossible(SanctionErrors.NotInitiator),
        (SanctionCommand.Extend extend, _) when extend.Implementers.All(state.Implementers.Contains) => Decision<SanctionEvent>.Nothing,
        (SanctionCommand.Extend, { LiftedAt: not null }) => Impossible(SanctionErrors.AlreadyLifted),
        (SanctionCommand.Extend extend, _) when !extend.Implementers.All(department => Implements(department, rules)) =>
            Impossible(SanctionErrors.NoImplementer),
        (SanctionCommand.Extend extend, _) => Decision<SanctionEvent>.Of(
            new SanctionEvent.Extended(extend.At, extend.By, Ordered(extend.Implementers.Except(state.Implementers)))),

        (SanctionCommand.Lift lift, _) when lift.By != state.Initiator => Impossible(SanctionErrors.NotInitiator),
        (SanctionCommand.Lift, { LiftedAt: not null }) => Decision<SanctionEvent>.Nothing,
        (SanctionCommand.Lift lift, _) => Decision<SanctionEvent>.Of(new SanctionEvent.Lifted(lift.At, lift.By, lift.Reason)),
        _ => Decision<SanctionEvent>.Nothing,
    };

    /// <summary>联合惩戒发起部门将联合惩戒信息推送至监管平台 (J 五(六)); 对失信企业和责任人员依法进行惩戒、限制 (H 第九条).</summary>
    private static Decision<SanctionEvent> Initiate(SanctionCommand.Initiate initiate, CaseRules rules)
    {
        if (rules.Profile.Sanctions is not { } rule) return Impossible(SanctionErrors.NotHere);
        if (initiate.Implementers.Count == 0 || !initiate.Implementers.All(department => Implements(department, rules)))
            return Impossible(SanctionErrors.NoImplementer);
        if (initiate.Persons.Count > 0 && !rule.PersonsToo) return Impossible(SanctionErrors.PersonsNotCovered);
        return Decision<SanctionEvent>.Of(new SanctionEvent.Initiated(initiate.At, initiate.By, initiate.Target, Ordered(initiate.Implementers))
        {
            Persons = initiate.Persons.Count == 0 ? null : initiate.Persons,
        });
    }

    private static bool Implements(string department, CaseRules rules) =>
        Enum.GetValues<DepartmentRole>().Any(role => rules.Is(department, role));

    private static List<string> Ordered(IEnumerable<string> departments) => [.. departments.Distinct().Order(StringComparer.Ordinal)];

    private static Decision<SanctionEvent> Impossible(ErrorDefinition error) => Decision<SanctionEvent>.Impossible(error);
}
