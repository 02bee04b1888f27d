using System.Buffers.Binary;

namespace EntCredit.CosmosStandIn;

/// <summary>Resource ids as the SDK takes them apart: base64 of four bytes a level, eight for an item or a range; a container has its first bit set.</summary>
internal static class Rids
{
    private const int RangeKind = 5;

    public static string Database(int database) => Text(Bytes(database, 0, null, 0));

    public static string Container(int database, int container) => Text(Bytes(database, container, null, 0));

    public static string Item(int database, int container, long item) => Text(Bytes(database, container, item, 0));

    public static string Range(int database, int container, int range) => Text(Bytes(database, container, range + 1, RangeKind));

    private static byte[] Bytes(int database, int container, long? item, int kind)
    {
        var bytes = new byte[item is not null ? 16 : container > 0 ? 8 : 4];
        BinaryPrimitives.WriteInt32LittleEndian(bytes, database);
        if (container > 0)
        {
            BinaryPrimitives.WriteInt32BigEndian(bytes.AsSpan(4), container);
            bytes[4] |= 0x80;
        }

        if (item is { } number)
        {
            BinaryPrimitives.WriteInt64LittleEndian(bytes.AsSpan(8), number);
            bytes[15] |= (byte)(kind << 4);
        }

        return bytes;
    }

    private static string Text(byte[] bytes) => Convert.ToBase64String(bytes).Replace('/', '-');
}
