using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization;
using EntCredit.Domain.Corrections;
using EntCredit.Domain.DualNotice;
using EntCredit.Domain.Events;
using EntCredit.Domain.Inspections;
using EntCredit.Domain.Objections;
using EntCredit.Domain.Obligations;
using EntCredit.Domain.Provision;
using EntCredit.Domain.Sanctions;
using EntCredit.Orchestrations;
using EntCredit.Orchestrations.Corrections;
using EntCredit.Orchestrations.DualNotice;
using EntCredit.Orchestrations.Inspections;
using EntCredit.Orchestrations.Objections;
using EntCredit.Orchestrations.Provision;
using EntCredit.Orchestrations.Sanctions;

namespace EntCredit.Simulator.Tests.World;

/// <summary>How the commands of one area are decided.</summary>
internal abstract class PlayDesk(string? orchestrator)
{
    private static readonly Dictionary<string, PlayDesk> All = new(StringComparer.Ordinal)
    {
        ["objection"] = new PlayDesk<ObjectionCommand, ObjectionEvent, Objection>(ObjectionOrchestrator.Name, Objection.Fold, ObjectionDecider.Decide),
        ["correction"] = new PlayDesk<CorrectionCommand, CorrectionEvent, Correction>(CorrectionOrchestrator.Name, Correction.Fold, CorrectionDecider.Decide),
        ["delivery"] = new PlayDesk<DeliveryCommand, DeliveryEvent, Delivery>(SanctionDeliveryOrchestrator.Name, Delivery.Fold, DeliveryDecider.Decide),
        ["restriction"] = new PlayDesk<RestrictionCommand, RestrictionEvent, Restriction>(RestrictionOrchestrator.Name, Restriction.Fold, RestrictionDecider.Decide),
        ["notice"] = new PlayDesk<NoticeCommand, NoticeEvent, Notice>(DualNoticeOrchestrator.Name, Notice.Fold, NoticeDecider.Decide),
        ["roster"] = new PlayDesk<RosterCommand, RosterEvent, Roster>(RosterOrchestrator.Name, Roster.Fold, RosterDecider.Decide),
        ["provision"] = new PlayDesk<ProvisionCommand, ProvisionEvent, MonthProvision>(MonthlyProvisionOrchestrator.Name, MonthProvision.Fold, ProvisionDecider.Decide),
        ["entities"] = new PlayDesk<EntityListCommand, EntityListEvent, EntityList>(null, EntityList.Fold, EntityListDecider.Decide),
    };

    /// <summary>What keeps the time of its cases, or null.</summary>
    public string? Orchestrator { get; } = orchestrator;

    public static PlayDesk Of(string area) => All[area];

    public abstract (IReadOnlyList<DomainEvent> Events, string? Error) Decide(
        string kind, JsonObject command, IReadOnlyList<DomainEvent> history, LawInForce law, string land);
}

internal sealed class PlayDesk<TCommand, TEvent, TState>(
    string? orchestrator, Func<IEnumerable<TEvent>, TState> fold, Func<TCommand, TState, CaseRules, Decision<TEvent>> decide) : PlayDesk(orchestrator)
    where TEvent : DomainEvent
{
    private static readonly JsonSerializerOptions Options = new() { Converters = { new JsonStringEnumConverter() } };

    public override (IReadOnlyList<DomainEvent> Events, string? Error) Decide(
        string kind, JsonObject command, IReadOnlyList<DomainEvent> history, LawInForce law, string land)
    {
        var asked = (TCommand)command.Deserialize(typeof(TCommand).GetNestedType(kind)!, Options)!;
        var decision = decide(asked, fold(history.Cast<TEvent>().Select(law.Today)), law.CaseRulesFor(land));
        return ([.. decision.Events], decision.Error?.Code);
    }
}
