using EntCredit.Domain.Sanctions;
using EntCredit.Domain.Tests.Rules;

namespace EntCredit.Domain.Tests.Sanctions;

/// <summary>Sanctions against an invented enterprise.</summary>
internal static class SanctionPlay
{
    public static readonly ResponsiblePerson Person = new("示例某", "000000000000000000", "法定代表人");

    public static SanctionTarget Target(string jurisdiction) => new("s-1", jurisdiction, "“黑名单”", "cause-1");

    public static Play<SanctionCommand, SanctionEvent, Sanction> Sanction(string jurisdiction) =>
        new(Domain.Sanctions.Sanction.Initial, (command, state) => SanctionDecider.Decide(command, state, Law.Of(jurisdiction)), Domain.Sanctions.Sanction.Evolve);

    public static Play<DeliveryCommand, DeliveryEvent, Delivery> Delivery(string jurisdiction) =>
        new(Domain.Sanctions.Delivery.Initial, (command, state) => DeliveryDecider.Decide(command, state, Law.Of(jurisdiction)), Domain.Sanctions.Delivery.Evolve);

    public static Play<RestrictionCommand, RestrictionEvent, Restriction> Restriction(string jurisdiction) =>
        new(Domain.Sanctions.Restriction.Initial, (command, state) => RestrictionDecider.Decide(command, state, Law.Of(jurisdiction)), Domain.Sanctions.Restriction.Evolve);

    public static SanctionCommand.Initiate Initiate(string at, string jurisdiction, string by, params string[] implementers) =>
        new(Law.At(at), by, Target(jurisdiction), implementers, []);

    /// <summary>A delivery in Jieshou, pushed on 2020-07-01.</summary>
    public static Play<DeliveryCommand, DeliveryEvent, Delivery> Pushed(string to, string jurisdiction = "jieshou", string at = "2020-07-01 10:00")
    {
        var play = Delivery(jurisdiction);
        play.Do(new DeliveryCommand.Push(Law.At(at), "sanction-1", Target(jurisdiction), "jieshou-fgw", to));
        return play;
    }

    public static RestrictionCommand.Decide Decide(string at, DateOnly decidedOn, string by = "hunan-housing", string jurisdiction = "hunan") =>
        new(Law.At(at), by, Target(jurisdiction), "sanction-1", decidedOn, "measure-1", []);
}
