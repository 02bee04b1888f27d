using System.Security.Cryptography;
using System.Text;
using EntCredit.Domain.Inspections;

namespace EntCredit.Domain.Tests.Inspections;

/// <summary>
/// The lot is fair. Each test counts how often each outcome came over draws of fixed seeds and compares with what the weights promise by Pearson's χ². The bound is the 99.9 %
/// quantile: of a thousand fair methods one would fail with these seeds, and since the seeds are fixed, this one passes always or never.
/// </summary>
public sealed class LotTests
{
    private const int Draws = 20_000;

    // 99.9 % quantiles of χ² by degrees of freedom (any table of the distribution has them).
    private static readonly Dictionary<int, double> Bounds = new() { [2] = 13.82, [5] = 20.52, [9] = 27.88, [19] = 43.82 };

    [Fact]
    public void Below_OfABoundThatDoesNotDivide_FavoursNobody()
    {
        // Three quarters of all words: the rest of a division would make the first third twice as likely.
        const ulong Bound = 3UL << 62;
        var numbers = new LotStream(Key(0), "bias");
        var thirds = new int[3];
        for (var draw = 0; draw < Draws; draw++) thirds[numbers.Below(Bound) / (1UL << 62)]++;

        AssertFair(thirds, [1.0 / 3, 1.0 / 3, 1.0 / 3]);
    }

    [Fact]
    public void Take_OfEqualWeights_TakesEachAsOftenAtEachTurn()
    {
        var first = new int[20];
        var third = new int[20];
        for (var draw = 0; draw < Draws; draw++)
        {
            var taken = Lot.Take(new LotStream(Key(draw), "equal"), [.. Enumerable.Repeat(1, 20)], 3);
            first[taken[0]]++;
            third[taken[2]]++;
        }

        var each = Enumerable.Repeat(1.0 / 20, 20).ToArray();
        AssertFair(first, each);
        AssertFair(third, each);
    }

    [Fact]
    public void Take_ByWeight_TakesEveryOrderAsOftenAsTheWeightsSay()
    {
        int[] weights = [1, 2, 3];
        var orders = new int[6];
        var promised = new double[6];
        for (var draw = 0; draw < Draws; draw++)
        {
            var taken = Lot.Take(new LotStream(Key(draw), "weighted"), weights, 2);
            orders[Order(taken[0], taken[1])]++;
        }

        for (var first = 0; first < 3; first++)
        {
            for (var second = 0; second < 3; second++)
            {
                if (first != second) promised[Order(first, second)] = weights[first] / 6.0 * weights[second] / (6.0 - weights[first]);
            }
        }

        AssertFair(orders, promised);

        static int Order(int first, int second) => (first * 2) + (second > first ? second - 1 : second);
    }

    [Fact]
    public void Draw_OfInspectors_TakesEachAsOften()
    {
        var lists = DrawSamples.Lists with
        {
            Departments = [DrawSamples.Lead],
            Inspectors = [.. Enumerable.Range(0, 10).Select(n => new DrawInspector(DrawSamples.Lead, $"I{n}"))],
            Conflicts = [],
            SubjectsToDraw = 1,
            InspectorsEach = 1,
        };
        var taken = new int[10];
        for (var draw = 0; draw < 4000; draw++)
            taken[DrawMethod.Draw(lists, DrawSamples.Root, "seed " + draw)[0].Inspectors[0].Code[1] - '0']++;

        AssertFair(taken, [.. Enumerable.Repeat(0.1, 10)]);
    }

    [Fact]
    public void Take_All_IsAPermutation() =>
        Assert.Equal(Enumerable.Range(0, 1000), Lot.Take(new LotStream(Key(7), "all"), [.. Enumerable.Range(1, 1000)], 1000).Order());

    private static void AssertFair(int[] counted, double[] promised)
    {
        var total = counted.Sum();
        var statistic = counted.Zip(promised).Sum(pair => Math.Pow(pair.First - (total * pair.Second), 2) / (total * pair.Second));
        Assert.True(statistic < Bounds[counted.Length - 1], $"χ² {statistic:0.0} of {counted.Length - 1} degrees: {string.Join(' ', counted)}");
    }

    private static byte[] Key(int draw) => SHA256.HashData(Encoding.UTF8.GetBytes("fairness " + draw));
}
