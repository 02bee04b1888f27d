using System.Security.Cryptography;

namespace EntCredit.Stores.Ledger.Seals;

/// <summary>
/// A Merkle tree over hashes, as RFC 9162 section 2.1 has it: a leaf is SHA-256(0x00 ‖ hash), a node SHA-256(0x01 ‖ left ‖ right), and a tree of n leaves
/// is split at the largest power of two below n. Leaves come one by one; what is held grows with the logarithm of their number.
/// </summary>
public sealed class MerkleTree
{
    private readonly Stack<(int Height, byte[] Hash)> _subtrees = new();

    /// <summary>The root over the leaves so far; of none, SHA-256 of nothing.</summary>
    public byte[] Root
    {
        get
        {
            if (_subtrees.Count == 0) return SHA256.HashData([]);
            var pending = _subtrees.ToArray();
            var root = pending[0].Hash;
            for (var place = 1; place < pending.Length; place++) root = Node(pending[place].Hash, root);
            return root;
        }
    }

    /// <summary>Adds a leaf.</summary>
    public void Add(ReadOnlySpan<byte> hash)
    {
        var (height, subtree) = (0, Leaf(hash));
        while (_subtrees.TryPeek(out var left) && left.Height == height)
        {
            subtree = Node(_subtrees.Pop().Hash, subtree);
            height++;
        }

        _subtrees.Push((height, subtree));
    }

    /// <summary>The way from a leaf to the root: the sibling at each level, the leaf's own first.</summary>
    /// <param name="hashes">All leaves.</param>
    /// <param name="index">Which one.</param>
    public static IReadOnlyList<MerkleStep> Path(IReadOnlyList<byte[]> hashes, int index)
    {
        var steps = new List<MerkleStep>();
        var (from, count) = (0, hashes.Count);
        while (count > 1)
        {
            var left = 1 << (int)Math.Floor(Math.Log2(count - 1));
            var isLeft = index - from < left;
            steps.Add(isLeft ? new MerkleStep(null, RootOf(hashes, from + left, count - left)) : new MerkleStep(RootOf(hashes, from, left), null));
            (from, count) = isLeft ? (from, left) : (from + left, count - left);
        }

        steps.Reverse();
        return steps;
    }

    /// <summary>The root to which a way leads.</summary>
    public static byte[] RootBy(ReadOnlySpan<byte> hash, IEnumerable<MerkleStep> path)
    {
        var at = Leaf(hash);
        foreach (var step in path) at = step.Left is { } left ? Node(Convert.FromHexString(left), at) : Node(at, Convert.FromHexString(step.Right!));
        return at;
    }

    private static string RootOf(IReadOnlyList<byte[]> hashes, int from, int count)
    {
        var tree = new MerkleTree();
        for (var place = from; place < from + count; place++) tree.Add(hashes[place]);
        return Convert.ToHexStringLower(tree.Root);
    }

    private static byte[] Leaf(ReadOnlySpan<byte> hash) => SHA256.HashData([0x00, .. hash]);

    private static byte[] Node(ReadOnlySpan<byte> left, ReadOnlySpan<byte> right) => SHA256.HashData([0x01, .. left, .. right]);
}

/// <summary>One level of a way to the root: the sibling's hash, hex, on the side where it stands; the other side is null.</summary>
public sealed record MerkleStep(string? Left = null, string? Right = null);
