using System.Buffers.Binary;

namespace EntCredit.Stores.Files;

/// <summary>
/// What the library that reads an old workbook's cells does not tell: which of them are formulas that failed ([MS-XLS] 2.4.24 BoolErr, 2.4.127 Formula), by which
/// a row would lose what it says without a word, and from when it counts days (2.4.77 Date1904).
/// </summary>
internal sealed class XlsFacts
{
    private const int Formula = 0x0006, EndOfPart = 0x000A, Date1904 = 0x0022, Encrypted = 0x002F, SheetNamed = 0x0085, BoolErr = 0x0205, BeginOfPart = 0x0809;

    // What is looked at of a record; and no clerk reads of more failed formulas than this.
    private const int Looked = 14, Most = 100_000;

    private readonly Dictionary<(int Sheet, int Line, int Column), string> _found = [];
    private readonly Dictionary<long, int> _sheets = [];
    private int _sheet = -1, _depth;

    private XlsFacts()
    {
    }

    /// <summary>Whether the workbook counts days from 1904.</summary>
    public bool From1904 { get; private set; }

    /// <summary>Looks through a workbook. Of one that is damaged or locked nothing is known: whoever reads it says so.</summary>
    /// <param name="stream">The file; seekable.</param>
    public static XlsFacts Read(Stream stream)
    {
        var facts = new XlsFacts();
        if (CompoundStream.Open(stream, "Workbook", "Book") is { } parts) facts.Walk(parts);
        return facts;
    }

    /// <summary>What a spreadsheet shows in a cell whose formula failed, or null.</summary>
    /// <param name="sheet">Its place among the workbook's sheets of cells, 0 for the first.</param>
    /// <param name="line">The line, 1 for the first.</param>
    /// <param name="column">The column, 0 for the first.</param>
    public string? At(int sheet, int line, int column) => _found.Count == 0 ? null : _found.GetValueOrDefault((sheet, line, column));

    private void Walk(IEnumerable<ReadOnlyMemory<byte>> parts)
    {
        var head = new byte[4 + Looked];
        var (place, have, skip) = (0L, 0, 0L);
        foreach (var part in parts)
        {
            for (var rest = part.Span; rest.Length > 0;)
            {
                var passed = (int)Math.Min(skip, rest.Length);
                rest = rest[passed..];
                (skip, place) = (skip - passed, place + passed);
                if (rest.Length == 0) break;
                var wanted = have < 4 ? 4 : 4 + Math.Min(Looked, (int)LengthOf(head));
                var taken = Math.Min(wanted - have, rest.Length);
                rest[..taken].CopyTo(head.AsSpan(have));
                rest = rest[taken..];
                (have, place) = (have + taken, place + taken);
                if (have < 4 || have < 4 + Math.Min(Looked, (int)LengthOf(head))) continue;
                if (!See(head.AsSpan(0, have), place - have)) return;
                (skip, have) = (LengthOf(head) - (have - 4), 0);
            }
        }
    }

    private static ushort LengthOf(byte[] head) => BinaryPrimitives.ReadUInt16LittleEndian(head.AsSpan(2));

    // False where nothing more can be learnt.
    private bool See(ReadOnlySpan<byte> record, long place)
    {
        var body = record[4..];
        switch (BinaryPrimitives.ReadUInt16LittleEndian(record))
        {
            case BeginOfPart:
                // A chart within a sheet has cells of its own.
                if (_depth++ == 0) _sheet = _sheets.GetValueOrDefault(place, -1);
                break;
            case EndOfPart:
                _depth--;
                break;
            case Date1904 when body.Length >= 2:
                From1904 = body[0] == 1;
                break;
            case Encrypted:
                return false;
            case SheetNamed when body.Length >= 6 && body[5] == 0 && _sheets.Count < Most:
                _sheets.TryAdd(BinaryPrimitives.ReadUInt32LittleEndian(body), _sheets.Count);
                break;
            case BoolErr when body.Length >= 8 && body[7] == 1:
                Add(body, body[6]);
                break;
            case Formula when body.Length >= 14 && body[6] == 2 && body[12] == 0xFF && body[13] == 0xFF:
                Add(body, body[8]);
                break;
        }

        return _found.Count < Most;
    }

    private void Add(ReadOnlySpan<byte> cell, byte code)
    {
        if (_sheet < 0 || _depth != 1) return;
        var (row, column) = (BinaryPrimitives.ReadUInt16LittleEndian(cell), BinaryPrimitives.ReadUInt16LittleEndian(cell[2..]));
        _found[(_sheet, row + 1, column)] = code switch
        {
            0x00 => "#NULL!",
            0x07 => "#DIV/0!",
            0x0F => "#VALUE!",
            0x17 => "#REF!",
            0x1D => "#NAME?",
            0x24 => "#NUM!",
            0x2A => "#N/A",
            _ => "#VALUE!",
        };
    }
}
