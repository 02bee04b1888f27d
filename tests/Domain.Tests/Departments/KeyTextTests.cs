using EntCredit.Domain.Departments;

namespace EntCredit.Domain.Tests.Departments;

/// <summary>A key is recognised, and a mistyped one is told from one that was never issued.</summary>
public sealed class KeyTextTests
{
    private static readonly byte[] Random = [.. Enumerable.Range(0, 32).Select(n => (byte)n)];

    [Fact]
    public void Of_RandomBytes_IsPrefixBytesAndChecksum()
    {
        var key = KeyText.Of(Random);
        Assert.StartsWith("entcredit_000102030405060708090a0b0c0d0e0f101112131415161718191a1b1c1d1e1f", key, StringComparison.Ordinal);
        Assert.Equal("entcredit_".Length + 64 + 8, key.Length);
        Assert.True(KeyText.LooksIssued(key) && KeyText.IsWhole(key));
    }

    [Fact]
    public void IsWhole_AnyCharacterChangedOrCut_IsFalse()
    {
        var key = KeyText.Of(Random);
        Assert.All(Enumerable.Range(KeyText.Prefix.Length, key.Length - KeyText.Prefix.Length), at =>
            Assert.False(KeyText.IsWhole(key[..at] + (key[at] == '0' ? '1' : '0') + key[(at + 1)..])));
        Assert.All(Enumerable.Range(0, key.Length), length => Assert.False(KeyText.IsWhole(key[..length])));
        Assert.False(KeyText.IsWhole(key + "0"));
    }

    [Fact]
    public void Of_TooFewBytes_IsRefused() => Assert.Throws<ArgumentException>(() => KeyText.Of(Random.AsSpan(1)));
}
