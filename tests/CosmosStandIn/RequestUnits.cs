using System.Globalization;

namespace EntCredit.CosmosStandIn;

/// <summary>
/// Charges drawn between the published points (learn.microsoft.com/azure/cosmos-db/key-value-store-cost): a read of 1 KB is 1 unit and of 100 KB is 10,
/// a write without indexes 5 and 50. They let a test count; they are no measurement of the service.
/// </summary>
internal static class RequestUnits
{
    public static double Read(int bytes) => Between(bytes, 1, 10);

    public static double Write(int bytes) => Between(bytes, 5, 50);

    public static string Text(double units) => units.ToString("0.##", CultureInfo.InvariantCulture);

    private static double Between(int bytes, double small, double large) => small + Math.Max(0, (bytes / 1024.0 - 1) / 99) * (large - small);
}
