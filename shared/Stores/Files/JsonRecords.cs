using System.Text.Json;
using EntCredit.Domain.Intake;

namespace EntCredit.Stores.Files;

/// <summary>
/// The objects of a JSON text, one after the other: of an array, of lines, or of the array that a wrapping object holds under a usual name. One object is held
/// at a time, and none larger than the limit.
/// </summary>
/// <param name="stream">The text in UTF-8, from its beginning.</param>
/// <param name="maxRecordBytes">The largest object.</param>
internal sealed class JsonRecords(Stream stream, int maxRecordBytes)
{
    private static readonly JsonReaderOptions Options = new() { AllowMultipleValues = true, AllowTrailingCommas = true, MaxDepth = 64, CommentHandling = JsonCommentHandling.Disallow };

    private byte[] _buffer = new byte[64 * 1024];
    private int _start;
    private int _end;
    private bool _final;
    private JsonReaderState _state = new(Options);
    private Place _place = Place.Outside;
    private int _lines = 1;

    private enum Place
    {
        Outside,
        Lines,
        Array,
        Wrapped,
        Behind,
    }

    /// <summary>The object found last.</summary>
    public ReadOnlyMemory<byte> Record { get; private set; }

    /// <summary>The line on which it begins; later than the one before even where both are on one line.</summary>
    public int Line { get; private set; }

    /// <summary>Whether the objects follow each other without an array around them.</summary>
    public bool AreLines => _place == Place.Lines;

    /// <summary>Finds the next object.</summary>
    /// <exception cref="FileRefusedException">There is something else.</exception>
    public async ValueTask<bool> NextAsync(CancellationToken cancellationToken)
    {
        while (true)
        {
            switch (Advance())
            {
                case Step.Record: return true;
                case Step.End: return false;
                case Step.More when _final: return _place is not (Place.Array or Place.Wrapped) ? false : throw Illegible("文件没有写完");
                case Step.More: await FillAsync(cancellationToken).ConfigureAwait(false); break;
            }
        }
    }

    private enum Step
    {
        Record,
        Token,
        More,
        End,
    }

    private Step Advance()
    {
        try
        {
            var reader = new Utf8JsonReader(_buffer.AsSpan(_start.._end), _final, _state);
            if (!reader.Read())
            {
                Consume(ref reader);
                return Step.More;
            }

            return reader.TokenType switch
            {
                JsonTokenType.StartArray when _place == Place.Outside => Enter(ref reader, Place.Array),
                JsonTokenType.StartObject when _place == Place.Outside => Open(ref reader),
                JsonTokenType.StartObject when _place is Place.Array or Place.Lines or Place.Wrapped => Take(ref reader),
                JsonTokenType.EndArray when _place == Place.Array => Enter(ref reader, Place.Behind),
                // What a wrapper says behind its records is no matter here.
                JsonTokenType.EndArray when _place == Place.Wrapped => Step.End,
                JsonTokenType.StartArray => throw Illegible("数组中有数组"),
                _ => throw Illegible(_place == Place.Behind ? "数组之后还有内容" : "记录应为对象"),
            };
        }
        catch (JsonException e)
        {
            throw Illegible($"语法错误（该行第{e.BytePositionInLine + 1}字节）");
        }
    }

    private Step Enter(ref Utf8JsonReader reader, Place place)
    {
        _place = place;
        Consume(ref reader);
        return Step.Token;
    }

    // The first object of the text: a record, or a wrapper of records.
    private Step Open(ref Utf8JsonReader reader)
    {
        var ahead = reader;
        while (true)
        {
            if (!ahead.Read()) return Wait();
            if (ahead.TokenType == JsonTokenType.EndObject)
            {
                _place = Place.Lines;
                return Take(ref reader);
            }

            var wraps = Wraps(ref ahead);
            if (!ahead.Read()) return Wait();
            if (wraps && ahead.TokenType == JsonTokenType.StartArray)
            {
                reader = ahead;
                return Enter(ref reader, Place.Wrapped);
            }

            if (!ahead.TrySkip()) return Wait();
        }
    }

    private static bool Wraps(ref Utf8JsonReader name) =>
        name.ValueTextEquals("records"u8) || name.ValueTextEquals("RECORDS"u8) || name.ValueTextEquals("data"u8) || name.ValueTextEquals("rows"u8)
        || name.ValueTextEquals("list"u8) || name.ValueTextEquals("items"u8) || name.ValueTextEquals("数据"u8);

    private Step Take(ref Utf8JsonReader reader)
    {
        var from = (int)reader.TokenStartIndex;
        if (!reader.TrySkip()) return Wait();
        var length = (int)reader.BytesConsumed - from;
        if (length > maxRecordBytes) throw new FileRefusedException(IntakeErrors.RecordTooLong, LineAt(from), maxRecordBytes);
        Line = Math.Max(Line + 1, LineAt(from));
        Record = _buffer.AsMemory(_start + from, length);
        Consume(ref reader);
        return Step.Record;
    }

    // The object goes on behind what is read so far: the reader stays before it.
    private Step Wait() => _final ? throw Illegible("文件没有写完") : Step.More;

    private void Consume(ref Utf8JsonReader reader)
    {
        var consumed = (int)reader.BytesConsumed;
        _lines += _buffer.AsSpan(_start, consumed).Count((byte)'\n');
        _start += consumed;
        _state = reader.CurrentState;
    }

    private int LineAt(int offset) => _lines + _buffer.AsSpan(_start, offset).Count((byte)'\n');

    private async ValueTask FillAsync(CancellationToken cancellationToken)
    {
        if (_end - _start > maxRecordBytes) throw new FileRefusedException(IntakeErrors.RecordTooLong, _lines, maxRecordBytes);
        var rest = _end - _start;
        // The record given last is done with: its room is taken.
        var room = rest > _buffer.Length / 2 ? new byte[_buffer.Length * 2] : _buffer;
        Buffer.BlockCopy(_buffer, _start, room, 0, rest);
        (_buffer, _start, _end) = (room, 0, rest);
        var read = await stream.ReadAsync(_buffer.AsMemory(_end), cancellationToken).ConfigureAwait(false);
        _final = read == 0;
        _end += read;
    }

    private FileRefusedException Illegible(string why) => new(IntakeErrors.JsonIllegible, _lines, why);
}
