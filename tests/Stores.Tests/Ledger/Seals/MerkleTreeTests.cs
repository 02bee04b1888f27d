using System.Security.Cryptography;
using CsCheck;
using EntCredit.Stores.Ledger.Seals;

namespace EntCredit.Stores.Tests.Ledger.Seals;

public sealed class MerkleTreeTests
{
    [Fact]
    public void Root_OfNothing_IsTheHashOfNothing() =>
        Assert.Equal("e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855", Convert.ToHexStringLower(new MerkleTree().Root));

    // The first leaves of the vectors that certificate transparency tests with (RFC 6962): the empty string, 00, 10, 2021.
    [Theory]
    [InlineData(1, "6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d")]
    [InlineData(2, "fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125")]
    [InlineData(3, "aeb6bcfe274b70a14fb067a5e5578264db0fa9b51af5e0ba159158f329e06e77")]
    [InlineData(4, "d37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7")]
    public void Root_OfKnownLeaves_IsAsPublished(int count, string root)
    {
        var tree = new MerkleTree();
        foreach (var leaf in new[] { "", "00", "10", "2021" }.Take(count)) tree.Add(Convert.FromHexString(leaf));

        Assert.Equal(root, Convert.ToHexStringLower(tree.Root));
    }

    [Fact]
    public void Root_OfAnyNumber_IsThatOfTheDefinition() =>
        Leaves(1, 70).Sample(leaves =>
        {
            var tree = new MerkleTree();
            foreach (var leaf in leaves) tree.Add(leaf);
            Assert.Equal(Defined(leaves), tree.Root);
        });

    [Fact]
    public void Path_OfAnyLeaf_LeadsToTheRootAndAnotherLeafDoesNot() =>
        Gen.Select(Leaves(1, 70), Gen.Int[0, 1_000]).Sample((leaves, at) =>
        {
            var index = at % leaves.Length;
            var path = MerkleTree.Path(leaves, index);
            Assert.Equal(Defined(leaves), MerkleTree.RootBy(leaves[index], path));
            Assert.NotEqual(Defined(leaves), MerkleTree.RootBy(SHA256.HashData(leaves[index]), path));
        });

    private static Gen<byte[][]> Leaves(int least, int most) => Gen.Byte.Array[32].Array[least, most];

    // RFC 9162 section 2.1.1, word for word.
    private static byte[] Defined(ReadOnlySpan<byte[]> leaves)
    {
        if (leaves.Length == 1) return SHA256.HashData([0x00, .. leaves[0]]);
        var left = 1;
        while (left * 2 < leaves.Length) left *= 2;
        return SHA256.HashData([0x01, .. Defined(leaves[..left]), .. Defined(leaves[left..])]);
    }
}
