using System.Text;
using System.Text.Json;
using EntCredit.Domain.Batches;
using EntCredit.Domain.Catalogue;
using EntCredit.Domain.Intake;

namespace EntCredit.Stores.Files;

/// <summary>
/// What an app posts, as the table that the same rows would be in a file: a record's names are read as the header of a file of its own,
/// so that one list may mix field codes, Chinese names and aliases.
/// </summary>
/// <param name="Item">The catalogue item.</param>
/// <param name="ReviewDeclared">What the request declares of the secrecy review, or null.</param>
/// <param name="Header">The columns: field codes, and the names that no field has.</param>
/// <param name="Rows">The records in the order sent; the first is line 1.</param>
public sealed record PostedRecords(string Item, bool? ReviewDeclared, IReadOnlyList<string> Header, IReadOnlyList<SourceRow> Rows)
{
    /// <summary>The channel that the request declares, or null.</summary>
    public string? Channel { get; init; }

    /// <summary>The most records of one request: one segment, one transaction of the ledger.</summary>
    public const int MaxRecords = 1000;

    /// <summary>The largest body, in bytes.</summary>
    public const int MaxBytes = 5 * 1024 * 1024;

    private static readonly JsonDocumentOptions Strict = new() { MaxDepth = 8, AllowDuplicateProperties = false };
    private static readonly UTF8Encoding Utf8 = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    /// <summary>Reads a body.</summary>
    /// <exception cref="FileRefusedException">No record of it can be taken (EC32xx, EC3016).</exception>
    public static PostedRecords Read(ReadOnlyMemory<byte> body, ResourceCatalogue catalogue)
    {
        try
        {
            // A text that is no UTF-8, or half a surrogate, is told before the ledger would meet it.
            Utf8.GetCharCount(body.Span);
            using var document = JsonDocument.Parse(body, Strict);
            return Read(document.RootElement, catalogue);
        }
        catch (JsonException e)
        {
            throw Illegible($"第{e.LineNumber + 1}行");
        }
        catch (Exception e) when (e is ArgumentException or InvalidOperationException)
        {
            throw Illegible("含有无法识别的字符");
        }
    }

    private static PostedRecords Read(JsonElement root, ResourceCatalogue catalogue)
    {
        if (root.ValueKind != JsonValueKind.Object) throw Illegible("应为一个对象");
        foreach (var property in root.EnumerateObject())
            if (property.Name is not ("item" or "records" or "secrecyReview" or "channel")) throw Illegible($"不认识的属性“{Cut(property.Name)}”");
        if (!root.TryGetProperty("item", out var named) || named.ValueKind != JsonValueKind.String) throw Illegible("缺少 item");
        var item = catalogue.Find(named.GetString()!) ?? throw new FileRefusedException(IntakeErrors.ItemUnknown, Cut(named.GetString()!));
        if (!root.TryGetProperty("records", out var records)) throw Illegible("缺少 records");
        List<JsonElement> rows = records.ValueKind switch
        {
            JsonValueKind.Object => [records],
            JsonValueKind.Array => [.. records.EnumerateArray()],
            _ => throw Illegible("records 应为一个对象或对象的数组"),
        };
        if (rows.Count == 0) throw Illegible("records 是空的");
        if (rows.Count > MaxRecords) throw new FileRefusedException(PostErrors.TooManyRecords, rows.Count, MaxRecords);
        return Table(item, ReviewOf(root), rows) with { Channel = ChannelOf(root) };
    }

    private static bool? ReviewOf(JsonElement root) => !root.TryGetProperty("secrecyReview", out var review) || review.ValueKind == JsonValueKind.Null
        ? null
        : review.ValueKind == JsonValueKind.String && review.GetString() is { } text && text is "done" or "pending"
            ? review.GetString() == "done"
            : throw Illegible("secrecyReview 应为 done 或 pending");

    private static string? ChannelOf(JsonElement root) => !root.TryGetProperty("channel", out var channel) || channel.ValueKind == JsonValueKind.Null
        ? null
        : channel.ValueKind == JsonValueKind.String ? channel.GetString() : throw Illegible("channel 应为渠道的名称");

    private static PostedRecords Table(ResourceItem item, bool? review, List<JsonElement> rows)
    {
        var columns = new Dictionary<string, int>(StringComparer.Ordinal);
        var understood = new Dictionary<string, IReadOnlyList<string>>(StringComparer.Ordinal);
        var cells = new List<string[]>(rows.Count);
        for (var n = 0; n < rows.Count; n++)
        {
            if (rows[n].ValueKind != JsonValueKind.Object) throw Illegible($"第{n + 1}条不是对象");
            var values = rows[n].EnumerateObject().Select(property => (property.Name, Text: TextOf(property, n + 1))).ToList();
            var names = values.ConvertAll(value => value.Name.Trim());
            var key = string.Join('\n', names);
            if (!understood.TryGetValue(key, out var header)) understood[key] = header = HeaderOf(item, names);
            foreach (var name in header) columns.TryAdd(name, columns.Count);
            if (columns.Count > FileLimits.Default.MaxColumns) throw Illegible("不同的属性名过多");
            var row = new string[columns.Count];
            Array.Fill(row, "");
            for (var i = 0; i < header.Count; i++) row[columns[header[i]]] = values[i].Text;
            cells.Add(row);
        }

        return new PostedRecords(item.Code, review, [.. columns.Keys], [.. cells.Select((row, n) => new SourceRow(n + 1, Padded(row, columns.Count)))]);
    }

    private static List<string> HeaderOf(ResourceItem item, List<string> names)
    {
        if (names.Count > FileLimits.Default.MaxColumns) throw Illegible("不同的属性名过多");
        if (names.Find(name => name.Length is 0 or > 200) is { } odd) throw Illegible($"属性名“{Cut(odd)}”为空或过长");
        if (names.Distinct(StringComparer.Ordinal).Count() < names.Count) throw Illegible("同一条中有相同的属性名");
        var mapping = HeaderMapper.Map(item, names);
        return [.. mapping.Columns.Select(column => column.Field ?? column.Header)];
    }

    private static string TextOf(JsonProperty property, int n) => property.Value.ValueKind switch
    {
        JsonValueKind.String => property.Value.GetString()!,
        JsonValueKind.Number => property.Value.GetRawText(),
        JsonValueKind.True => "是",
        JsonValueKind.False => "否",
        JsonValueKind.Null => "",
        _ => throw Illegible($"第{n}条的“{Cut(property.Name)}”不是文本、数字或是否"),
    };

    private static IReadOnlyList<string> Padded(string[] row, int width) =>
        row.Length == width ? row : [.. row, .. Enumerable.Repeat("", width - row.Length)];

    private static FileRefusedException Illegible(string why) => new(PostErrors.BodyIllegible, why);

    private static string Cut(string text) => text.Length <= 40 ? text : text[..40] + "…";
}
