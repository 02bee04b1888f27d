using CsCheck;
using EntCredit.Domain.Corrections;
using EntCredit.Domain.Tests.Rules;

namespace EntCredit.Domain.Tests.Corrections;

public sealed class CorrectionPropertyTests
{
    private static readonly CorrectionSubject About = new("r-1", "hunan-housing", "hunan", "permit");
    private static readonly Gen<string> AnyDepartment = Pick.From("hunan-housing", "hunan-housing", "hunan-aic", "hunan-aic", "hunan-high-court", "");
    private static readonly Gen<DateTimeOffset> AnyInstant = Gen.Int[0, 24 * 30].Select(hours => Law.At("2016-12-01 00:00").AddHours(hours));

    private static readonly Gen<CorrectionCommand> AnyCommand = Gen.Select(AnyInstant, AnyDepartment, Gen.Int[0, 8], Gen.Int[-2, 20]).Select(
        (at, by, kind, back) => kind switch
        {
            0 => new CorrectionCommand.Report(at, About, "objection-1"),
            1 => new CorrectionCommand.Discover(at, About, by, EntCredit.Domain.Calendar.LegalZone.DayOf(at).AddDays(-back), "金额"),
            2 => new CorrectionCommand.Confirm(at, by, "金额"),
            3 => new CorrectionCommand.Dismiss(at, by, "无误"),
            4 or 5 => new CorrectionCommand.Request(at, by, back > 0 ? "w-1" : "", back > 10 ? "d-1" : "d-2"),
            6 or 7 => new CorrectionCommand.CarryOut(at, by),
            _ => (CorrectionCommand)new CorrectionCommand.NoteOverdue(at),
        });

    [Theory]
    [InlineData("hunan")]
    [InlineData("jieshou")]
    public void Decide_AnyInterleaving_EndsInALegalState(string jurisdiction) => Interleaving.Holds(
        AnyCommand,
        Correction.Initial,
        (command, state) => CorrectionDecider.Decide(command, state, Law.Of(jurisdiction)),
        Correction.Evolve,
        state => state.Duties,
        state => state.Phase is CorrectionPhase.Requested or CorrectionPhase.Corrected or CorrectionPhase.Dismissed);

    [Fact]
    public void Errors_All_AreNumberedInTheirHundred() => Assert.All(
        CorrectionErrors.All.Select((error, place) => (error.Code, Expected: $"EC42{place + 1:00}")), pair => Assert.Equal(pair.Expected, pair.Code));
}
