using System.Buffers.Binary;
using System.Text;

namespace EntCredit.Stores.Tests.Files;

/// <summary>A compound file ([MS-CFB]) with one stream, laid out as spreadsheets lay large ones.</summary>
internal static class Compound
{
    private const int Sector = 512, Smallest = 4096;
    private const uint Fat = 0xFFFFFFFD, End = 0xFFFFFFFE, Free = 0xFFFFFFFF;

    /// <summary>The file of a workbook's stream, padded with zeros to where streams have sectors of their own.</summary>
    public static byte[] Of(ReadOnlySpan<byte> workbook)
    {
        var sectors = (Math.Max(workbook.Length, Smallest) + Sector - 1) / Sector;
        var bytes = new byte[(sectors + 3) * Sector];
        var file = bytes.AsSpan();
        ((ReadOnlySpan<byte>)[0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1]).CopyTo(file);
        Short(file, 24, 0x3E, 3, 0xFFFE, 9, 6);
        Long(file, 44, 1, 1, 0, Smallest, End, 0, End, 0, 0);
        for (var i = 1; i < 109; i++) Long(file, 76 + (i * 4), Free);

        // The table of sectors, the directory, then the stream.
        Long(file, Sector, Fat, End);
        for (var i = 2; i < 128; i++) Long(file, Sector + (i * 4), i < sectors + 1 ? (uint)i + 1 : i == sectors + 1 ? End : Free);
        Entry(file[(2 * Sector)..], "Root Entry", 5, 1, End, 0);
        Entry(file[((2 * Sector) + 128)..], "Workbook", 2, Free, 2, (uint)(sectors * Sector));
        workbook.CopyTo(file[(3 * Sector)..]);
        return bytes;
    }

    private static void Entry(Span<byte> entry, string name, byte kind, uint child, uint start, uint length)
    {
        Encoding.Unicode.GetBytes(name, entry);
        Short(entry, 64, (ushort)((name.Length * 2) + 2));
        (entry[66], entry[67]) = (kind, 1);
        Long(entry, 68, Free, Free, child);
        Long(entry, 116, start, length);
    }

    private static void Short(Span<byte> at, int place, params ReadOnlySpan<ushort> values)
    {
        for (var i = 0; i < values.Length; i++) BinaryPrimitives.WriteUInt16LittleEndian(at[(place + (i * 2))..], values[i]);
    }

    private static void Long(Span<byte> at, int place, params ReadOnlySpan<uint> values)
    {
        for (var i = 0; i < values.Length; i++) BinaryPrimitives.WriteUInt32LittleEndian(at[(place + (i * 4))..], values[i]);
    }
}
