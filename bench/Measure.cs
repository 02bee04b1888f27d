using System.Diagnostics;

namespace EntCredit.Bench;

/// <summary>Measures the product and its floor in turn, so that what disturbs one disturbs the other too.</summary>
public static class Measure
{
    /// <summary>The medians of some rounds, after one round that is thrown away.</summary>
    /// <param name="name">What is measured.</param>
    /// <param name="unit">The unit of the result.</param>
    /// <param name="perSecond">How many of the unit a second has, divided by the operations of a round: 1e9 / n gives ns per operation.</param>
    /// <param name="rounds">How many rounds.</param>
    /// <param name="product">One round of the product.</param>
    /// <param name="floor">One round of the floor.</param>
    public static Figure Paired(string name, string unit, double perSecond, int rounds, Action product, Action floor)
    {
        _ = Seconds(product);
        _ = Seconds(floor);
        var values = new double[rounds];
        var floors = new double[rounds];
        for (var round = 0; round < rounds; round++)
        {
            values[round] = Seconds(product) * perSecond;
            floors[round] = Seconds(floor) * perSecond;
        }

        return new(name, unit, Median(values), Median(floors));
    }

    /// <summary>The value in the middle.</summary>
    public static double Median(IEnumerable<double> values)
    {
        var sorted = values.Order().ToArray();
        var middle = sorted.Length / 2;
        return sorted.Length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
    }

    private static double Seconds(Action action)
    {
        var start = Stopwatch.GetTimestamp();
        action();
        return Stopwatch.GetElapsedTime(start).TotalSeconds;
    }
}
