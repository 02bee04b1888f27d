using CsCheck;
using EntCredit.Domain.Provision;
using EntCredit.Domain.Tests.Rules;

namespace EntCredit.Domain.Tests.Provision;

public sealed class ProvisionPropertyTests
{
    private static readonly Gen<DateTimeOffset> AnyInstant = Gen.Int[0, 24 * 120].Select(hours => Law.At("2016-11-01 00:00").AddHours(hours));

    [Fact]
    public void Decide_AnyInterleaving_EndsInALegalState() => Interleaving.Holds(
        Gen.Select(AnyInstant, Pick.From(ProvisionPlay.Department, ProvisionPlay.Department, ProvisionPlay.MarketSupervision, ""), Gen.Int[0, 5], Gen.Int[0, 3])
            .Select((at, by, kind, n) => kind switch
            {
                0 or 1 => new ProvisionCommand.Expect(at, by, "chongqing", new(2016, 11 + (n % 2), 15)),
                2 or 3 => new ProvisionCommand.Provide(at, by, n, "d-" + n),
                4 => new ProvisionCommand.Load(at, by, n),
                _ => (ProvisionCommand)new ProvisionCommand.NoteOverdue(at),
            }),
        MonthProvision.Initial,
        (command, state) => ProvisionDecider.Decide(command, state, Law.Of("chongqing")),
        MonthProvision.Evolve,
        state => state.Duties,
        state => state.Finished);
}
