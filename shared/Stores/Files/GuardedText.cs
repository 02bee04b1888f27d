using EntCredit.Domain.Intake;

namespace EntCredit.Stores.Files;

/// <summary>
/// The text of an XML part before the parser gets it: nothing between two opening brackets is longer than a record may be, and no document type is declared.
/// The parser holds a tag with its attributes whole, so that this bounds what it holds.
/// </summary>
internal sealed class GuardedText(Stream part, int maxRun) : TextReader
{
    private const string Declaration = "<!DOCTYPE";

    private readonly StreamReader _text = new(part, System.Text.Encoding.UTF8, detectEncodingFromByteOrderMarks: true, bufferSize: 64 * 1024);
    private string _tail = "";
    private int _run;

    /// <summary>Whether the parser has met the root: behind it, no document type can be declared.</summary>
    public bool RootMet { get; set; }

    public override int Read(char[] buffer, int index, int count)
    {
        var read = _text.Read(buffer, index, count);
        var text = buffer.AsSpan(index, read);
        if (!RootMet) LookForDeclaration(text);
        Measure(text);
        return read;
    }

    public override int Read() => throw new NotSupportedException();

    public override int Peek() => throw new NotSupportedException();

    protected override void Dispose(bool disposing)
    {
        if (disposing) _text.Dispose();
        base.Dispose(disposing);
    }

    private void LookForDeclaration(ReadOnlySpan<char> text)
    {
        var seen = string.Concat(_tail, text);
        if (seen.Contains(Declaration, StringComparison.OrdinalIgnoreCase)) throw new FileRefusedException(IntakeErrors.ArchiveUnsafe, "文档类型声明");
        _tail = seen.Length < Declaration.Length ? seen : seen[^(Declaration.Length - 1)..];
    }

    private void Measure(ReadOnlySpan<char> text)
    {
        while (true)
        {
            var next = text.IndexOf('<');
            _run += next < 0 ? text.Length : next;
            if (_run > maxRun) throw new FileRefusedException(IntakeErrors.RecordTooLong, 1, maxRun);
            if (next < 0) return;
            _run = 0;
            text = text[(next + 1)..];
        }
    }
}
