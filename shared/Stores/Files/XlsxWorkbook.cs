using System.IO.Compression;
using System.Xml;
using EntCredit.Domain.Intake;

namespace EntCredit.Stores.Files;

/// <summary>A workbook of today (XLSX), read part by part as a stream; no part is believed.</summary>
internal sealed class XlsxWorkbook : IWorkbook
{
    private const string Root = "xl/";
    private const int MostRelations = 10_000;

    private readonly ZipArchive _archive;
    private readonly FileLimits _limits;
    private readonly PartGuard _guard;
    private readonly Dictionary<string, ZipArchiveEntry> _parts;
    private readonly HashSet<ZipArchiveEntry> _read = [];
    private readonly List<(string Name, bool Visible, ZipArchiveEntry Part)> _sheets = [];
    private SharedStrings _shared = SharedStrings.None;
    private CellFormats _formats = CellFormats.None;
    private XlsxSheet? _sheet;
    private int _selected;

    private XlsxWorkbook(ZipArchive archive, FileLimits limits)
    {
        (_archive, _limits, _guard) = (archive, limits, new PartGuard(limits));
        _parts = archive.Entries.ToDictionary(entry => entry.FullName.Replace('\\', '/'), StringComparer.OrdinalIgnoreCase);
    }

    public int Count => _sheets.Count;

    public bool From1904 { get; private set; }

    public string Name => _sheets[_selected].Name;

    public bool Visible => _sheets[_selected].Visible;

    /// <exception cref="FileRefusedException">It is beyond the limits, or no workbook.</exception>
    public static XlsxWorkbook Open(Stream stream, FileLimits limits)
    {
        ZipGuard.CountEntries(stream, limits.MaxArchiveEntries);
        stream.Position = 0;
        var archive = new ZipArchive(stream, ZipArchiveMode.Read, leaveOpen: true);
        try
        {
            ZipGuard.CheckNames(archive, limits);
            var book = new XlsxWorkbook(archive, limits);
            book.ReadParts();
            return book;
        }
        catch
        {
            archive.Dispose();
            throw;
        }
    }

    public void Select(int sheet)
    {
        _sheet?.Dispose();
        _selected = sheet;
        _read.Add(_sheets[sheet].Part);
        var names = new BoundedNames();
        _sheet = new XlsxSheet(PartXml.Open(_guard, _sheets[sheet].Part, _limits, names), names, _shared, _formats, From1904, _limits);
    }

    public SourceRow? Next() => _sheet!.Next();

    // What is read is counted while it is; of the sheets that were only looked at, the rest is not read at all.
    public async Task CheckRestAsync(CancellationToken cancellationToken)
    {
        foreach (var entry in _archive.Entries.Where(entry => !_read.Contains(entry)))
            await ZipGuard.InflateAsync(entry, _guard, null, cancellationToken).ConfigureAwait(false);
    }

    public void Dispose()
    {
        _sheet?.Dispose();
        _archive.Dispose();
    }

    private void ReadParts()
    {
        var relations = Relations();
        var (sheets, shared, styles) = (new Dictionary<string, string>(StringComparer.Ordinal), Root + "sharedStrings.xml", Root + "styles.xml");
        foreach (var (id, type, target) in relations)
        {
            if (type.EndsWith("/worksheet", StringComparison.Ordinal)) sheets[id] = target;
            else if (type.EndsWith("/sharedStrings", StringComparison.Ordinal)) shared = target;
            else if (type.EndsWith("/styles", StringComparison.Ordinal)) styles = target;
        }

        ReadWorkbook(sheets);
        if (_parts.TryGetValue(styles, out var part) && _read.Add(part)) _formats = CellFormats.Read(_guard, part, _limits);
        if (_parts.TryGetValue(shared, out part) && _read.Add(part)) _shared = SharedStrings.Read(_guard, part, _limits);
    }

    private List<(string Id, string Type, string Target)> Relations()
    {
        var relations = new List<(string, string, string)>();
        if (!_parts.TryGetValue(Root + "_rels/workbook.xml.rels", out var part)) return relations;
        _read.Add(part);
        using var xml = PartXml.Open(_guard, part, _limits);
        while (xml.Read())
        {
            if (xml.Reader.NodeType != XmlNodeType.Element || xml.Reader.LocalName != "Relationship") continue;
            if (relations.Count == MostRelations) throw new InvalidDataException();
            relations.Add((xml.Reader.GetAttribute("Id") ?? "", xml.Reader.GetAttribute("Type") ?? "", PathOf(xml.Reader.GetAttribute("Target") ?? "")));
        }

        return relations;
    }

    private void ReadWorkbook(Dictionary<string, string> parts)
    {
        var entry = _parts[Root + "workbook.xml"];
        _read.Add(entry);
        using var xml = PartXml.Open(_guard, entry, _limits);
        var reader = xml.Reader;
        var stated = 0;
        while (xml.Read())
        {
            if (reader.NodeType != XmlNodeType.Element) continue;
            if (reader.LocalName == "workbookPr") From1904 = reader.GetAttribute("date1904") is "1" or "true";
            if (reader.LocalName != "sheet") continue;
            if (++stated > _limits.MaxSheets) throw new FileRefusedException(IntakeErrors.ArchiveCrowded, stated, _limits.MaxSheets);
            var (name, state, id) = (reader.GetAttribute("name") ?? "", reader.GetAttribute("state"), IdOf(reader));
            // A sheet that is a chart or a dialogue has no rows.
            if (id is null || !parts.TryGetValue(id, out var path)) continue;
            if (!_parts.TryGetValue(path, out var part)) throw new InvalidDataException();
            _sheets.Add((name, state is not ("hidden" or "veryHidden"), part));
        }
    }

    // r:id, whichever of the format's two namespaces r stands for.
    private static string? IdOf(XmlReader reader)
    {
        string? id = null;
        while (reader.MoveToNextAttribute())
            if (reader.LocalName == "id" && reader.NamespaceURI.Length > 0) id = reader.Value;
        reader.MoveToElement();
        return id;
    }

    // Relative to the folder of the workbook's part, or from the root.
    private static string PathOf(string target)
    {
        var path = target.Replace('\\', '/');
        var folders = new List<string>();
        foreach (var part in (path.StartsWith('/') ? path[1..] : Root + path).Split('/'))
        {
            if (part == ".." && folders.Count > 0) folders.RemoveAt(folders.Count - 1);
            else if (part is not ("." or "")) folders.Add(part);
        }

        return string.Join('/', folders);
    }
}
