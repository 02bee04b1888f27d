using CsCheck;
using EntCredit.Domain.Calendar;
using EntCredit.Domain.Obligations;
using EntCredit.Domain.Sanctions;
using EntCredit.Domain.Tests.Rules;

namespace EntCredit.Domain.Tests.Sanctions;

public sealed class SanctionPropertyTests
{
    private static readonly Gen<string> AnyDepartment =
        Pick.From("jieshou-fgw", "jieshou-housing", "jieshou-housing", "jieshou-enforcement", "hunan-housing", "");

    private static readonly Gen<DateTimeOffset> AnyInstant = Gen.Int[0, 24 * 40].Select(hours => Law.At("2020-07-01 00:00").AddHours(hours));
    private static readonly Gen<string> AnyDigest = Pick.From("d-1", "d-2");
    private static readonly SanctionTarget Target = SanctionPlay.Target("jieshou");

    [Fact]
    public void SanctionDecider_AnyInterleaving_EndsInALegalState() => Interleaving.Holds(
        Gen.Select(AnyInstant, AnyDepartment, AnyDepartment.Array[0, 3], Gen.Int[0, 3], Gen.Bool).Select((at, by, to, kind, persons) => kind switch
        {
            0 or 1 => new SanctionCommand.Initiate(at, by, Target, to, persons ? [SanctionPlay.Person] : []),
            2 => new SanctionCommand.Extend(at, by, to),
            _ => (SanctionCommand)new SanctionCommand.Lift(at, by, "信用修复"),
        }),
        Sanction.Initial,
        (command, state) => SanctionDecider.Decide(command, state, Law.Of("jieshou")),
        Sanction.Evolve,
        _ => DutyBook.Empty,
        state => state.LiftedAt is not null);

    [Fact]
    public void DeliveryDecider_AnyInterleaving_EndsInALegalState() => Interleaving.Holds(
        Gen.Select(AnyInstant, AnyDepartment, AnyDigest, Gen.Int[0, 6]).Select((at, by, digest, kind) => kind switch
        {
            0 => new DeliveryCommand.Push(at, "sanction-1", Target, "jieshou-fgw", "jieshou-housing"),
            1 or 2 => new DeliveryCommand.Receive(at, by),
            3 => new DeliveryCommand.Apply(at, by, digest),
            4 => new DeliveryCommand.Lift(at),
            5 => new DeliveryCommand.ReceiveLifting(at, by),
            _ => (DeliveryCommand)new DeliveryCommand.NoteOverdue(at),
        }),
        Delivery.Initial,
        (command, state) => DeliveryDecider.Decide(command, state, Law.Of("jieshou")),
        Delivery.Evolve,
        state => state.Duties,
        state => state.Ended || state.Phase == DeliveryPhase.LiftingSent);

    [Fact]
    public void RestrictionDecider_AnyInterleaving_EndsInALegalState() => Interleaving.Holds(
        Gen.Select(AnyInstant, AnyDepartment, AnyDigest, Gen.Int[0, 5], Gen.Int[-2, 20]).Select((at, by, digest, kind, back) => kind switch
        {
            0 or 1 => new RestrictionCommand.Decide(at, by, Target, null, LegalZone.DayOf(at).AddDays(-back), "m", back > 10 ? [SanctionPlay.Person] : []),
            2 or 3 => new RestrictionCommand.FeedBack(at, by, digest),
            4 => new RestrictionCommand.Lift(at, "解除"),
            _ => (RestrictionCommand)new RestrictionCommand.NoteOverdue(at),
        }),
        Restriction.Initial,
        (command, state) => RestrictionDecider.Decide(command, state, Law.Of("hunan")),
        Restriction.Evolve,
        state => state.Duties,
        state => state.Phase is RestrictionPhase.FedBack or RestrictionPhase.Lifted);
}
