using CsCheck;
using EntCredit.Domain.Calendar;
using EntCredit.Domain.DualNotice;
using EntCredit.Domain.Tests.Rules;

namespace EntCredit.Domain.Tests.DualNotice;

public sealed class NoticePropertyTests
{
    private static readonly Gen<string> AnyDepartment = Pick.From("first", "first", "first", "second", "second", "hunan-aic", "");
    private static readonly Gen<DateTimeOffset> AnyInstant = Gen.Int[0, 24 * 120].Select(hours => Law.At("2020-07-01 00:00").AddHours(hours));

    private static readonly Gen<NoticeCommand> AnyCommand = Gen.Select(AnyInstant, AnyDepartment, Gen.Int[0, 15], Gen.Int[-2, 20]).Select(
        (at, by, kind, back) => kind switch
        {
            0 or 1 or 2 => new NoticeCommand.Push(at, NoticePlay.About("hunan"), "hunan-aic", by),
            3 => new NoticeCommand.Publish(at, NoticePlay.About("hunan"), "hunan-aic"),
            4 => new NoticeCommand.TellApplicant(at, NoticePlay.About("hunan"), "hunan-aic", null),
            5 or 6 => new NoticeCommand.Claim(at, by),
            7 or 8 => new NoticeCommand.Acknowledge(at, by),
            9 => new NoticeCommand.Return(at, by, back > 0 ? "不属于" : ""),
            10 => new NoticeCommand.ConfirmApprover(at, "hunan-aic", by),
            11 => new NoticeCommand.Complete(at, by, LegalZone.DayOf(at).AddDays(-back), (ApprovalOutcome)Math.Abs(back % 3)),
            12 or 13 => new NoticeCommand.FeedBackResult(at, by),
            14 => new NoticeCommand.FeedBackCheck(at, by, LegalZone.DayOf(at).AddDays(-back), back > 10 ? "c-1" : "c-2"),
            _ => back > 15 ? new NoticeCommand.Deregister(at) : (NoticeCommand)new NoticeCommand.NoteOverdue(at),
        });

    // Hunan's procedure with Jieshou's clocks: the richest of what the five documents know.
    [Fact]
    public void Decide_AnyInterleaving_EndsInALegalState()
    {
        var hunan = NoticePlay.WithTwoApprovers("hunan");
        var rules = hunan with { Profile = hunan.Profile with { Clocks = Law.Of("jieshou").Profile.Clocks } };
        Interleaving.Holds(
            AnyCommand,
            Notice.Initial,
            (command, state) => NoticeDecider.Decide(command, state, rules),
            Notice.Evolve,
            state => state.Duties,
            state => state.Phase is NoticePhase.Finished or NoticePhase.Deregistered or NoticePhase.Returned,
            mostCommands: 40);
    }
}
