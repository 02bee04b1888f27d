using System.IO.Compression;
using System.Xml;

namespace EntCredit.Stores.Files;

/// <summary>How the XML of a workbook's parts is read: as a stream, without document types, with bounded names and depth.</summary>
internal sealed class PartXml : IDisposable
{
    // No part of a real workbook is nested so deeply.
    private const int MaxDepth = 64;

    private static readonly XmlReaderSettings Settings = new()
    {
        DtdProcessing = DtdProcessing.Prohibit,
        XmlResolver = null,
        IgnoreComments = true,
        IgnoreProcessingInstructions = true,
        CloseInput = true,
        CheckCharacters = false,
    };

    private readonly GuardedText _text;
    private readonly XmlReader _reader;

    private PartXml(GuardedText text, BoundedNames names)
    {
        _text = text;
        var settings = Settings.Clone();
        settings.NameTable = names;
        _reader = XmlReader.Create(text, settings);
    }

    public XmlReader Reader => _reader;

    /// <summary>Opens a part; names given beforehand can be compared by reference.</summary>
    public static PartXml Open(PartGuard guard, ZipArchiveEntry entry, FileLimits limits, BoundedNames? names = null) =>
        new(new GuardedText(guard.Open(entry), limits.MaxRecordBytes), names ?? new BoundedNames());

    /// <summary>Reads the next node.</summary>
    /// <exception cref="InvalidDataException">It lies too deep.</exception>
    public bool Read()
    {
        if (!_reader.Read()) return false;
        if (_reader.NodeType == XmlNodeType.Element)
        {
            _text.RootMet = true;
            if (_reader.Depth > MaxDepth) throw new InvalidDataException();
        }

        return true;
    }

    public void Dispose()
    {
        _reader.Dispose();
        _text.Dispose();
    }
}
