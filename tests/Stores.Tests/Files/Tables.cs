using System.IO.Compression;
using System.Text;
using EntCredit.Domain.Errors;
using EntCredit.Domain.Intake;
using EntCredit.Stores.Files;

namespace EntCredit.Stores.Tests.Files;

/// <summary>Opens bytes as a table, and makes workbooks part by part.</summary>
internal static class Tables
{
    static Tables() => Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);

    public static Encoding Gb18030 => Encoding.GetEncoding("gb18030");

    public static async Task<(SourceTable Table, List<SourceRow> Rows)> ReadAsync(byte[] bytes, string name, FileLimits? limits = null)
    {
        using var stream = new MemoryStream(bytes);
        await using var table = await TableFile.OpenAsync(stream, name, limits ?? FileLimits.Default, CancellationToken.None);
        var rows = new List<SourceRow>();
        await foreach (var row in table.RowsAsync(CancellationToken.None)) rows.Add(row);
        return (table, rows);
    }

    public static async Task RefusedAsync(ErrorDefinition error, byte[] bytes, string name, FileLimits? limits = null)
    {
        var refusal = await Assert.ThrowsAsync<FileRefusedException>(() => ReadAsync(bytes, name, limits));
        Assert.Equal(error.Code, refusal.Error.Code);
        Assert.DoesNotContain("{", refusal.Message, StringComparison.Ordinal);
    }

    public static byte[] Workbook(string sheetData, params (string Name, string Text)[] more)
    {
        const string main = "xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\"";
        const string rel = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
        (string, string)[] parts =
        [
            ("[Content_Types].xml", "<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\"/>"),
            ("_rels/.rels", $"<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\"><Relationship Id=\"rId1\" Type=\"{rel}/officeDocument\" Target=\"xl/workbook.xml\"/></Relationships>"),
            ("xl/workbook.xml", $"<workbook {main} xmlns:r=\"{rel}\"><sheets><sheet name=\"一\" sheetId=\"1\" r:id=\"rId1\"/></sheets></workbook>"),
            ("xl/_rels/workbook.xml.rels", $"<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\"><Relationship Id=\"rId1\" Type=\"{rel}/worksheet\" Target=\"worksheets/sheet1.xml\"/></Relationships>"),
            ("xl/worksheets/sheet1.xml", $"<worksheet {main}><sheetData>{sheetData}</sheetData></worksheet>"),
        ];
        return Zip([.. parts.Where(p => more.All(m => m.Name != p.Item1)), .. more]);
    }

    public static byte[] Zip(params (string Name, string Text)[] parts)
    {
        using var stream = new MemoryStream();
        using (var archive = new ZipArchive(stream, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach (var (name, text) in parts)
            {
                using var entry = archive.CreateEntry(name).Open();
                entry.Write(Encoding.UTF8.GetBytes(text));
            }
        }

        return stream.ToArray();
    }

    public static string Row(int number, params string[] cells) => $"<row r=\"{number}\">" +
        string.Concat(cells.Select((c, i) => $"<c r=\"{(char)('A' + i)}{number}\" t=\"inlineStr\"><is><t>{c}</t></is></c>")) + "</row>";
}
