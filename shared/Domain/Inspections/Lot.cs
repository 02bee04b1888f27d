namespace EntCredit.Domain.Inspections;

/// <summary>
/// Takes by lot without putting back: each time one of those left, as likely as its weight is of the weight left. The first whose running total
/// exceeds the number drawn is taken.
/// </summary>
public static class Lot
{
    /// <summary>The places taken, in the order in which they were.</summary>
    /// <param name="numbers">Where the numbers come from.</param>
    /// <param name="weights">The weight of each place, at least 1.</param>
    /// <param name="count">How many to take, at most as many as there are.</param>
    public static IReadOnlyList<int> Take(LotStream numbers, IReadOnlyList<int> weights, int count)
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThan(count, weights.Count);
        var left = new Totals(weights);
        var taken = new int[count];
        for (var turn = 0; turn < count; turn++)
        {
            taken[turn] = left.PlaceOf(numbers.Below((ulong)left.Sum));
            left.Remove(taken[turn], weights[taken[turn]]);
        }

        return taken;
    }

    // A Fenwick tree of running totals: a draw of k from n takes k·log n steps.
    private sealed class Totals
    {
        private readonly long[] _tree;

        public Totals(IReadOnlyList<int> weights)
        {
            _tree = new long[weights.Count + 1];
            for (var place = 1; place < _tree.Length; place++)
            {
                ArgumentOutOfRangeException.ThrowIfLessThan(weights[place - 1], 1);
                Sum += weights[place - 1];
                _tree[place] += weights[place - 1];
                if (place + (place & -place) is var parent && parent < _tree.Length) _tree[parent] += _tree[place];
            }
        }

        public long Sum { get; private set; }

        public int PlaceOf(ulong number)
        {
            var (place, rest) = (0, (long)number);
            for (var step = HighestStep; step > 0; step >>= 1)
            {
                if (place + step >= _tree.Length || _tree[place + step] > rest) continue;
                place += step;
                rest -= _tree[place];
            }

            return place;
        }

        public void Remove(int place, int weight)
        {
            Sum -= weight;
            for (var at = place + 1; at < _tree.Length; at += at & -at) _tree[at] -= weight;
        }

        private int HighestStep => 1 << (int)Math.Log2(_tree.Length);
    }
}
