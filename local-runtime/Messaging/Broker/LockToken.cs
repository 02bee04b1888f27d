using System.Buffers.Binary;

namespace EntCredit.LocalRuntime.Messaging.Broker;

/// <summary>Which lock of which message: the message's sequence number and how many locks it had with this one.</summary>
internal readonly record struct LockToken(long Sequence, long Lock)
{
    /// <summary>As the UUID that goes over the wire.</summary>
    public Guid ToGuid()
    {
        Span<byte> bytes = stackalloc byte[16];
        BinaryPrimitives.WriteInt64BigEndian(bytes, Sequence);
        BinaryPrimitives.WriteInt64BigEndian(bytes[8..], Lock);
        return new Guid(bytes, bigEndian: true);
    }

    public static LockToken Of(Guid guid)
    {
        Span<byte> bytes = stackalloc byte[16];
        guid.TryWriteBytes(bytes, bigEndian: true, out _);
        return new(BinaryPrimitives.ReadInt64BigEndian(bytes), BinaryPrimitives.ReadInt64BigEndian(bytes[8..]));
    }
}
