using System.Buffers.Binary;

namespace EntCredit.Stores.Files;

/// <summary>
/// One stream of a compound file ([MS-CFB] 2), read forwards. Nothing that the file states is believed: a chain that is longer than the file, or leaves it, ends.
/// </summary>
internal sealed class CompoundStream
{
    private const int HeaderLength = 512, EntryLength = 128, FirstFatSectors = 109, Stored = 2, Root = 5;
    private const uint MiniCutoff = 4096;

    private readonly Stream _file;
    private readonly int _sector;
    private readonly uint[] _fat;

    private CompoundStream(Stream file)
    {
        _file = file;
        var header = new byte[HeaderLength];
        file.Position = 0;
        file.ReadExactly(header);
        var shift = BinaryPrimitives.ReadUInt16LittleEndian(header.AsSpan(30));
        if (shift is not (9 or 12)) throw new InvalidDataException();
        _sector = 1 << shift;
        _fat = ReadFat(header);
    }

    /// <summary>The bytes of the first of these streams that there is, or null. Null too where the file is no compound file, or damaged.</summary>
    /// <param name="file">The file; seekable.</param>
    /// <param name="names">Names of streams of the root.</param>
    public static IEnumerable<ReadOnlyMemory<byte>>? Open(Stream file, params ReadOnlySpan<string> names)
    {
        try
        {
            var compound = new CompoundStream(file);
            var directory = Chain(compound._fat, compound.NumberAt(48)).SelectMany(sector => compound.Entries(sector)).ToList();
            foreach (var name in names)
                if (directory.Find(entry => entry.Kind == Stored && entry.Name == name) is { } found) return compound.Bytes(found, directory.Find(entry => entry.Kind == Root));
        }
        catch (Exception damaged) when (damaged is InvalidDataException or EndOfStreamException)
        {
            // The reader of the workbook says so.
        }

        return null;
    }

    private sealed record Entry(string Name, int Kind, uint Start, uint Length);

    private IEnumerable<ReadOnlyMemory<byte>> Bytes(Entry entry, Entry? root)
    {
        if (entry.Length >= MiniCutoff) return Chain(_fat, entry.Start).Select(sector => (ReadOnlyMemory<byte>)Sector(sector));
        if (root is null || root.Length > _file.Length) return [];
        // Small streams share one: sectors of 64 bytes in the root's.
        var mini = Chain(_fat, root.Start).SelectMany(Sector).ToArray();
        var fat = Chain(_fat, NumberAt(60)).SelectMany(sector => Numbers(Sector(sector))).ToArray();
        return Chain(fat, entry.Start).TakeWhile(sector => (sector + 1) * 64 <= mini.Length).Select(sector => (ReadOnlyMemory<byte>)mini.AsMemory((int)sector * 64, 64));
    }

    private uint[] ReadFat(byte[] header)
    {
        var sectors = Numbers(header.AsSpan(HeaderLength - (FirstFatSectors * 4))).ToList();
        var next = NumberAt(68);
        for (var steps = _file.Length / _sector; IsSector(next) && steps > 0; steps--)
        {
            var more = Numbers(Sector(next));
            sectors.AddRange(more[..^1]);
            next = more[^1];
        }

        return [.. sectors.Where(IsSector).Distinct().SelectMany(sector => Numbers(Sector(sector)))];
    }

    private static IEnumerable<long> Chain(uint[] fat, uint first)
    {
        var steps = fat.Length;
        for (var sector = first; sector < fat.Length && steps > 0; sector = fat[sector], steps--) yield return sector;
    }

    private bool IsSector(uint sector) => (sector + 2L) * _sector <= _file.Length + _sector - 1;

    private byte[] Sector(long sector)
    {
        var bytes = new byte[_sector];
        _file.Position = Math.Min((sector + 1) * _sector, _file.Length);
        // The last may be cut.
        _file.ReadAtLeast(bytes, _sector, throwOnEndOfStream: false);
        return bytes;
    }

    private IEnumerable<Entry> Entries(long sector)
    {
        var bytes = Sector(sector);
        for (var at = 0; at + EntryLength <= bytes.Length; at += EntryLength)
        {
            var entry = bytes.AsSpan(at, EntryLength);
            var length = Math.Clamp(BinaryPrimitives.ReadUInt16LittleEndian(entry[64..]) - 2, 0, 62);
            yield return new Entry(
                System.Text.Encoding.Unicode.GetString(entry[..length]), entry[66], BinaryPrimitives.ReadUInt32LittleEndian(entry[116..]), BinaryPrimitives.ReadUInt32LittleEndian(entry[120..]));
        }
    }

    private uint NumberAt(int place)
    {
        var bytes = new byte[4];
        _file.Position = place;
        _file.ReadExactly(bytes);
        return BinaryPrimitives.ReadUInt32LittleEndian(bytes);
    }

    private static uint[] Numbers(ReadOnlySpan<byte> bytes)
    {
        var numbers = new uint[bytes.Length / 4];
        for (var i = 0; i < numbers.Length; i++) numbers[i] = BinaryPrimitives.ReadUInt32LittleEndian(bytes[(i * 4)..]);
        return numbers;
    }
}
