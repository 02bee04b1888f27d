using EntCredit.Domain.Provision;
using EntCredit.Domain.Tests.Rules;

namespace EntCredit.Domain.Tests.Provision;

/// <summary>A month of the Chongqing transport commission.</summary>
internal static class ProvisionPlay
{
    public const string Department = "chongqing-transport";
    public const string MarketSupervision = "chongqing-aic";

    public static Play<ProvisionCommand, ProvisionEvent, MonthProvision> New(string jurisdiction = "chongqing") =>
        new(MonthProvision.Initial, (command, state) => ProvisionDecider.Decide(command, state, Law.Of(jurisdiction)), MonthProvision.Evolve);

    public static Play<ProvisionCommand, ProvisionEvent, MonthProvision> Expected(DateOnly month)
    {
        var play = New();
        play.Do(new ProvisionCommand.Expect(Law.At("2016-09-01 00:00"), Department, "chongqing", month));
        return play;
    }

    public static ProvisionCommand.Provide Provide(string at, int records = 10, string digest = "d-1") => new(Law.At(at), Department, records, digest);

    public static ProvisionCommand.Load Load(string at) => new(Law.At(at), MarketSupervision, 10);
}
