using System.Security.Cryptography;

namespace EntCredit.Stores.Tests.Ledger;

/// <summary>Gives 0, 1, 2 … so that salts are the same in every run.</summary>
internal sealed class CountingRandom : RandomNumberGenerator
{
    private byte _next;

    public override void GetBytes(byte[] data)
    {
        for (var index = 0; index < data.Length; index++) data[index] = _next++;
    }
}
