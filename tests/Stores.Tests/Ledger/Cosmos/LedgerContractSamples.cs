using EntCredit.Stores.Ledger;

namespace EntCredit.Stores.Tests.Ledger.Cosmos;

internal static class LedgerContractSamples
{
    /// <summary>A collection that claims the identity of a number.</summary>
    public static Append Collect(string stream, int number) =>
        new(stream, Samples.Subject, 0, [Samples.Collected() with { Content = Samples.Content($"界城罚〔2026〕{number}号"), Personal = null }]) { ClaimsIdentity = true };
}
