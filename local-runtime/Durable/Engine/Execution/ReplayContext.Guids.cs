using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace EntCredit.LocalRuntime.Durable.Engine.Execution;

/// <content>Replay-safe GUIDs, of the same values as the real engine's.</content>
internal sealed partial class ReplayContext
{
    private static readonly byte[] GuidNamespace = Guid.Parse("9e952958-5e33-4daf-827f-2fa12937b875").ToByteArray(bigEndian: true);

    private int _guids;

    public override Guid NewGuid()
    {
        EnsureOrchestratorThread();
        var name = string.Create(CultureInfo.InvariantCulture, $"{InstanceId}_{CurrentUtcDateTime:o}_{_guids++}");
#pragma warning disable CA5350 // Version 5 is SHA-1 by RFC 4122 §4.3; nothing secret depends on it.
        var hash = SHA1.HashData([.. GuidNamespace, .. Encoding.UTF8.GetBytes(name)]);
#pragma warning restore CA5350
        var bytes = hash.AsSpan(0, 16);
        bytes[6] = (byte)((bytes[6] & 0x0F) | 0x50);
        bytes[8] = (byte)((bytes[8] & 0x3F) | 0x80);
        return new Guid(bytes, bigEndian: true);
    }
}
