using CsCheck;
using EntCredit.Domain.Objections;
using EntCredit.Domain.Tests.Rules;

namespace EntCredit.Domain.Tests.Objections;

public sealed class ObjectionPropertyTests
{
    private static readonly Gen<string> AnyDepartment = Gen.Frequency(
        (5, Gen.Const(ObjectionPlay.Provider)), (5, Gen.Const(ObjectionPlay.MarketSupervision)), (1, Gen.Const("jieshou-enforcement")), (1, Gen.Const("")));

    private static readonly Gen<string> AnyNotice = Pick.From("n-1", "n-2", "n-3", "");
    private static readonly Gen<DateTimeOffset> AnyInstant = Gen.Int[0, 24 * 70].Select(hours => Law.At("2020-07-01 00:00").AddHours(hours));

    private static readonly Gen<ObjectionCommand> AnyCommand = Gen.Select(AnyInstant, AnyDepartment, AnyNotice, Gen.Int[0, 15], Gen.Bool).Select(
        (at, by, notice, kind, yes) => kind switch
        {
            0 or 1 or 2 => new ObjectionCommand.Lodge(
                at, ObjectionPlay.About, by, "g", yes ? ["e-1"] : ["e-1", "e-2"], ObjectionPlay.Someone, yes ? null : new("o-0", "g", ["e-1"])),
            3 => new ObjectionCommand.Forward(at, by),
            4 => new ObjectionCommand.Receive(at, by),
            5 or 6 => new ObjectionCommand.DecideSuspension(at, by, "需要", notice),
            7 => new ObjectionCommand.Hide(at, by),
            8 => new ObjectionCommand.LiftSuspension(at, by, notice),
            9 => new ObjectionCommand.Resume(at, by),
            10 => new ObjectionCommand.Verify(at, by, yes ? ObjectionFinding.Upheld : ObjectionFinding.Rejected, "核查"),
            11 => new ObjectionCommand.AskRemedy(at, by, yes ? Remedy.Correction : Remedy.Removal, notice),
            12 => new ObjectionCommand.CarryOutRemedy(at, by),
            13 => new ObjectionCommand.NotifyApplicant(at, by, notice),
            14 => new ObjectionCommand.Withdraw(at, "误会"),
            _ => (ObjectionCommand)new ObjectionCommand.NoteOverdue(at),
        });

    [Fact]
    public void Decide_AnyInterleaving_EndsInALegalState() => Interleaving.Holds(
        AnyCommand,
        Objection.Initial,
        (command, state) => ObjectionDecider.Decide(command, state, Law.Of("jieshou")),
        Objection.Evolve,
        state => state.Duties,
        state => state.Phase is ObjectionPhase.Closed or ObjectionPhase.Withdrawn);

    [Fact]
    public void Decide_AnyInterleaving_HidesOnlyUponADecisionOfTheProvider() => AnyCommand.Array[1, 40].Sample(
        commands =>
        {
            var state = Objection.Initial;
            var decided = 0;
            foreach (var command in commands)
            {
                foreach (var happened in ObjectionDecider.Decide(command, state, Law.Of("jieshou")).Events)
                {
                    if (happened is ObjectionEvent.SuspensionDecided { By: ObjectionPlay.Provider }) decided++;
                    if (happened is ObjectionEvent.Hidden) Assert.True(decided-- > 0);
                    state = Objection.Evolve(state, happened);
                }
            }
        },
        iter: Calendar.Cases.Count);
}
