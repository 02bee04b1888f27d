using System.Text;

namespace EntCredit.Stores.Files;

/// <summary>A text whose cells are separated by a full-width sign, which the CSV reader cannot take: a sign that no text has stands for it.</summary>
internal sealed class WideSeparatorText(Stream stream, Encoding encoding, char separator) : TextReader
{
    /// <summary>ASCII's own separator of units.</summary>
    public const char Instead = '\u001F';

    private readonly StreamReader _text = new(stream, encoding, detectEncodingFromByteOrderMarks: true, bufferSize: 64 * 1024, leaveOpen: true);

    public override int Read(char[] buffer, int index, int count) => Read(buffer.AsSpan(index, count));

    public override int Read(Span<char> buffer)
    {
        var count = _text.Read(buffer);
        buffer[..count].Replace(separator, Instead);
        return count;
    }

    public override async ValueTask<int> ReadAsync(Memory<char> buffer, CancellationToken cancellationToken = default)
    {
        var count = await _text.ReadAsync(buffer, cancellationToken).ConfigureAwait(false);
        buffer.Span[..count].Replace(separator, Instead);
        return count;
    }

    public override Task<int> ReadAsync(char[] buffer, int index, int count) => ReadAsync(buffer.AsMemory(index, count)).AsTask();

    public override int Read() => throw new NotSupportedException();

    public override int Peek() => throw new NotSupportedException();

    protected override void Dispose(bool disposing)
    {
        if (disposing) _text.Dispose();
        base.Dispose(disposing);
    }
}
