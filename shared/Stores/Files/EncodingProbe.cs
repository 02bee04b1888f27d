using System.Buffers;
using System.Text;
using System.Text.Unicode;
using EntCredit.Domain.Intake;
using UtfUnknown;

namespace EntCredit.Stores.Files;

/// <summary>
/// Finds a text's encoding by decoding all of it: UTF-8 where it decodes (a few damaged characters are a row's fault, not the file's), else GB18030 where that
/// does. GB18030 takes nearly any bytes, so it is never tried on a text that is mostly good UTF-8.
/// </summary>
internal static class EncodingProbe
{
    private const int Sample = 256 * 1024;
    private static readonly Lazy<Encoding> Gb = new(() =>
    {
        Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);
        return Encoding.GetEncoding("gb18030", EncoderFallback.ReplacementFallback, new DecoderReplacementFallback("\uFFFD"));
    });

    /// <summary>GB18030, with replacement characters for what it cannot decode.</summary>
    public static Encoding Gb18030 => Gb.Value;

    /// <summary>The encoding of a text.</summary>
    /// <exception cref="FileRefusedException">It has NUL bytes, or is neither UTF-8, UTF-16 with a mark, nor GB18030.</exception>
    public static async Task<Encoding> FindAsync(Stream stream, CancellationToken cancellationToken)
    {
        var utf8 = new Utf8Count();
        var gb = new GbCount();
        var buffer = ArrayPool<byte>.Shared.Rent(Sample);
        var sample = Array.Empty<byte>();
        try
        {
            stream.Position = 0;
            long offset = 0;
            int count;
            while ((count = await stream.ReadAsync(buffer.AsMemory(0, Sample), cancellationToken).ConfigureAwait(false)) > 0)
            {
                if (offset == 0)
                {
                    if (Marked(buffer.AsSpan(0, count)) is { } marked) return marked;
                    if (Wide(buffer.AsSpan(0, count)) is { } wide) return wide;
                    sample = buffer[..count];
                }

                var nul = buffer.AsSpan(0, count).IndexOf((byte)0);
                if (nul >= 0) throw new FileRefusedException(IntakeErrors.BinaryContent, offset + nul + 1);
                if (!utf8.Refuted) utf8.Add(buffer.AsSpan(0, count));
                if (utf8.Bad > 0 && offset < 16 * Sample) gb.Add(buffer.AsSpan(0, count));
                offset += count;
            }
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(buffer);
        }

        if (utf8.Bad == 0 || utf8.Good > 20 * utf8.Bad) return new UTF8Encoding(false);
        if (gb.Good > 20 * (gb.Bad + gb.Controls)) return Gb18030;
        var guess = CharsetDetector.DetectFromBytes(sample).Detected?.EncodingName;
        throw new FileRefusedException(IntakeErrors.EncodingUnknown, guess is null ? "未能识别" : $"可能是 {guess}");
    }

    private static Encoding? Marked(ReadOnlySpan<byte> head)
    {
        if (head.StartsWith<byte>([0xFF, 0xFE])) return new UnicodeEncoding(false, true);
        if (head.StartsWith<byte>([0xFE, 0xFF])) return new UnicodeEncoding(true, true);
        return null;
    }

    // UTF-16 without a mark: its line ends and separators are half NULs, and all of it decodes.
    private static UnicodeEncoding? Wide(ReadOnlySpan<byte> head)
    {
        if (head.IndexOf((byte)0) < 0) return null;
        head = head[..(head.Length & ~1)];
        foreach (var bigEndian in (ReadOnlySpan<bool>)[false, true])
        {
            var encoding = new UnicodeEncoding(bigEndian, byteOrderMark: false, throwOnInvalidBytes: false);
            var text = encoding.GetString(head).AsSpan();
            if (text.Contains('\n') && !text.ContainsAnyInRange('\0', '\u0008') && !text.Contains('\uFFFD')) return encoding;
        }

        return null;
    }

    /// <summary>Counts good and bad multi-byte sequences of UTF-8.</summary>
    private struct Utf8Count
    {
        // From here on what is mostly not UTF-8 is not counted further.
        private const int Enough = 10_000;

        private byte[]? _rest;

        public long Good { get; private set; }

        public long Bad { get; private set; }

        public readonly bool Refuted => Bad > Enough && Good < Bad;

        public void Add(ReadOnlySpan<byte> bytes)
        {
            byte[]? joined = null;
            if (_rest is { Length: > 0 })
            {
                joined = [.. _rest, .. bytes];
                bytes = joined;
            }

            // A sequence cut by the buffer's end waits for the next.
            var keep = 0;
            for (var back = 1; back <= 3 && back <= bytes.Length; back++)
            {
                var b = bytes[^back];
                if (b < 0x80) break;
                if (b < 0xC0) continue;
                if (back < (b >= 0xF0 ? 4 : b >= 0xE0 ? 3 : 2)) keep = back;
                break;
            }

            _rest = bytes[^keep..].ToArray();
            bytes = bytes[..^keep];
            if (Utf8.IsValid(bytes))
            {
                // A character of three bytes, as Chinese ones are, has two more of them than units of UTF-16.
                Good += (bytes.Length - System.Text.Encoding.UTF8.GetCharCount(bytes)) / 2;
                return;
            }

            while (!bytes.IsEmpty)
            {
                var ascii = bytes.IndexOfAnyExceptInRange((byte)0, (byte)0x7F);
                if (ascii < 0) return;
                bytes = bytes[ascii..];
                if (Rune.DecodeFromUtf8(bytes, out _, out var used) == OperationStatus.Done) Good++;
                else Bad++;
                bytes = bytes[used..];
            }
        }
    }

    /// <summary>Counts what GB18030 can and cannot decode.</summary>
    private struct GbCount
    {
        private Decoder? _decoder;

        public long Good { get; private set; }

        public long Bad { get; private set; }

        public long Controls { get; private set; }

        public void Add(ReadOnlySpan<byte> bytes)
        {
            _decoder ??= Gb18030.GetDecoder();
            var chars = ArrayPool<char>.Shared.Rent(bytes.Length + 8);
            try
            {
                var count = _decoder.GetChars(bytes, chars, flush: false);
                foreach (var c in chars.AsSpan(0, count))
                {
                    if (c == '\uFFFD' || c is >= '\uE000' and <= '\uF8FF') Bad++;
                    else if (c is < ' ' and not ('\t' or '\r' or '\n')) Controls++;
                    else if (c >= '\u0080') Good++;
                }
            }
            finally
            {
                ArrayPool<char>.Shared.Return(chars);
            }
        }
    }
}
