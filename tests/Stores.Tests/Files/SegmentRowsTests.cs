using System.Text;
using System.Text.Json;
using CsCheck;
using EntCredit.Domain.Intake;
using EntCredit.Stores.Blobs;

namespace EntCredit.Stores.Tests.Files;

/// <summary>A segment's rows come back as they were written.</summary>
public sealed class SegmentRowsTests
{
    [Fact]
    public void Read_AnyRows_GivesWhatWasWritten() =>
        Gen.Select(Gen.Int[1, 1_000_000], Gen.OneOf(Gen.String, Gen.Const(""), Gen.Const("罚款"), Gen.Const("\"\\/\n\u2028")).Array[0, 6], Gen.Bool)
            .Select((line, cells, odd) => new SourceRow(line, cells) { OddQuotes = odd })
            .Array[0, 20]
            .Sample(rows =>
            {
                var read = SegmentRows.Read(Written(rows));
                return read.Count == rows.Length
                    && read.Zip(rows).All(pair => pair.First.Line == pair.Second.Line && pair.First.OddQuotes == pair.Second.OddQuotes && pair.First.Cells.SequenceEqual(Whole(pair.Second.Cells)));
            });

    [Fact]
    public void Read_EveryPartOfARow_IsKnown() =>
        Assert.Equal(["Cells", "Line", "OddQuotes"], typeof(SourceRow).GetProperties().Select(property => property.Name).Order());

    [Fact]
    public void Read_SomethingThatNoRowHas_IsAnError() =>
        Assert.Throws<JsonException>(() => SegmentRows.Read("{\"Line\":1,\"Cells\":[],\"Colour\":\"x\"}\n"u8));

    // A lone surrogate is no character: JSON cannot carry it, and no file gives it.
    private static IEnumerable<string> Whole(IEnumerable<string> cells) => cells.Select(cell => Encoding.UTF8.GetString(Encoding.UTF8.GetBytes(cell)));

    private static byte[] Written(IEnumerable<SourceRow> rows) => [.. rows.SelectMany(row => (byte[])[.. JsonSerializer.SerializeToUtf8Bytes(row), (byte)'\n'])];
}
