using System.IO.Compression;
using System.IO.Hashing;

namespace EntCredit.Stores.Files;

/// <summary>A part of an archive as it inflates: counted, and at its end held to the length and the checksum that the archive states.</summary>
internal sealed class GuardedPart(Stream part, ZipArchiveEntry entry, PartGuard guard) : Stream
{
    private readonly Crc32 _crc = new();
    private long _size;

    public override bool CanRead => true;

    public override bool CanSeek => false;

    public override bool CanWrite => false;

    public override long Length => throw new NotSupportedException();

    public override long Position
    {
        get => _size;
        set => throw new NotSupportedException();
    }

    public override int Read(byte[] buffer, int offset, int count) => Read(buffer.AsSpan(offset, count));

    public override int Read(Span<byte> buffer)
    {
        var count = part.Read(buffer);
        Took(buffer[..count]);
        return count;
    }

    public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
    {
        var count = await part.ReadAsync(buffer, cancellationToken).ConfigureAwait(false);
        Took(buffer.Span[..count]);
        return count;
    }

    public override Task<int> ReadAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken) =>
        ReadAsync(buffer.AsMemory(offset, count), cancellationToken).AsTask();

    public override void Flush()
    {
    }

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    protected override void Dispose(bool disposing)
    {
        if (disposing) part.Dispose();
        base.Dispose(disposing);
    }

    private void Took(ReadOnlySpan<byte> bytes)
    {
        if (!bytes.IsEmpty)
        {
            _crc.Append(bytes);
            _size += bytes.Length;
            guard.Count(entry, bytes.Length, _size);
        }

        // The library stops where the stated length ends: a part that states less than it holds would lose its rest unseen.
        else if (_size != entry.Length || _crc.GetCurrentHashAsUInt32() != entry.Crc32)
        {
            throw new InvalidDataException();
        }
    }
}
