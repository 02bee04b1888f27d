using System.Text;
using EntCredit.Domain.Intake;
using EntCredit.Stores.Files;

namespace EntCredit.Stores.Tests.Files;

public sealed class JsonTableTests
{
    [Fact]
    public async Task OpenAsync_Array_HasTheNamesOfAllRecordsAsHeader()
    {
        var (table, rows) = await ReadAsync("""
            [
              { "名称": "甲", "日期": "2020-07-01" },
              { "名称": "乙", "金额": 0.50, "是否": true, "空": null }
            ]
            """);
        Assert.Equal(("json", "utf-8"), (table.Format, table.Encoding));
        Assert.Equal(["名称", "日期", "金额", "是否", "空"], table.Header);
        Assert.Equal([2, 3], rows.Select(row => row.Line));
        Assert.Equal(["甲", "2020-07-01", "", "", ""], rows[0].Cells);
        Assert.Equal(["乙", "", "0.50", "是", ""], rows[1].Cells);
    }

    [Theory]
    [InlineData("{\"a\":1}\n{\"a\":2}\n")]
    [InlineData("{\"a\":1}\r\n\r\n{\"a\":2}")]
    [InlineData("\uFEFF{\"a\":1}\n{\"a\":2}")]
    public async Task OpenAsync_Lines_AreRecords(string text)
    {
        var (table, rows) = await ReadAsync(text, "a.jsonl");
        Assert.Equal("jsonl", table.Format);
        Assert.Equal(["1", "2"], rows.Select(row => row.Cells[0]));
        Assert.True(rows[0].Line < rows[1].Line);
    }

    [Fact]
    public async Task OpenAsync_AllOnOneLine_CountsTheRecords()
    {
        var (_, rows) = await ReadAsync("[{\"a\":1},{\"a\":2},{\"a\":3}]");
        Assert.Equal([1, 2, 3], rows.Select(row => row.Line));
    }

    [Theory]
    [InlineData("{\"item\":\"permit\",\"records\":[{\"a\":1},{\"a\":2}],\"total\":2}")]
    [InlineData("{\"code\":0,\"data\":[{\"a\":1},{\"a\":2}]}")]
    [InlineData("{\"RECORDS\":[{\"a\":1},{\"a\":2},]}")]
    public async Task OpenAsync_WrappedArray_IsFound(string text) => Assert.Equal(["1", "2"], (await ReadAsync(text)).Rows.Select(row => row.Cells[0]));

    [Fact]
    public async Task RowsAsync_ListsAndObjects_BecomeText()
    {
        var (_, rows) = await ReadAsync("""[{"类别":["罚款","警告",null],"附":{"x":[1,2]}}]""");
        Assert.Equal(["罚款；警告", "{\"x\":[1,2]}"], rows[0].Cells);
    }

    [Fact]
    public async Task OpenAsync_Gb18030AndUtf16_AreFound()
    {
        const string text = "[{\"企业名称\":\"界首样青公司\"},{\"企业名称\":\"界首样禾公司\"}]";
        foreach (var (name, bytes) in new[] { ("gb18030", Tables.Gb18030.GetBytes(text)), ("utf-16", [0xFF, 0xFE, .. Encoding.Unicode.GetBytes(text)]) })
        {
            var (table, rows) = await Tables.ReadAsync(bytes, "a.json");
            Assert.Equal((name, "界首样禾公司"), (table.Encoding, rows[1].Cells[0]));
        }
    }

    [Fact]
    public async Task RowsAsync_ManyRecords_AreReadAcrossBuffers()
    {
        var text = "[" + string.Join(",\n", Enumerable.Range(1, 5000).Select(n => $"{{\"编号\":\"{n}\",\"文\":\"{new string('字', n % 97)}\"}}")) + "]";
        var (_, rows) = await ReadAsync(text);
        Assert.Equal(Enumerable.Range(1, 5000).Select(n => $"{n}"), rows.Select(row => row.Cells[0]));
        Assert.Equal(Enumerable.Range(1, 5000), rows.Select(row => row.Line));
    }

    [Theory]
    [InlineData("[{\"a\":1},{\"a\":", "EC3020")]
    [InlineData("[{\"a\":1}", "EC3020")]
    [InlineData("[1,2]", "EC3020")]
    [InlineData("[[{\"a\":1}]]", "EC3020")]
    [InlineData("\"a\"", "EC3020")]
    [InlineData("{\"a\":1}\n{\"a\":", "EC3020")]
    [InlineData("{\"a\":1}\nnothing", "EC3020")]
    [InlineData("[{\"a\":1}] x", "EC3020")]
    [InlineData("[{\"a\":\"\\ud800\"}]", "EC3020")]
    [InlineData("[{'a':1}]", "EC3020")]
    [InlineData("[]", "EC3017")]
    [InlineData(" \n ", "EC3017")]
    public async Task OpenAsync_WhatIsNoTable_IsRefused(string text, string code)
    {
        var refused = await Assert.ThrowsAsync<FileRefusedException>(() => ReadAsync(text));
        Assert.Equal(code, refused.Error.Code);
    }

    [Fact]
    public Task OpenAsync_DeepNesting_IsRefused() =>
        Tables.RefusedAsync(IntakeErrors.JsonIllegible, Encoding.UTF8.GetBytes("[{\"a\":" + new string('[', 100_000)), "a.json");

    [Fact]
    public Task OpenAsync_HugeRecord_IsRefused() =>
        Tables.RefusedAsync(IntakeErrors.RecordTooLong, Encoding.UTF8.GetBytes("[{\"a\":\"" + new string('x', 3_000_000) + "\"}]"), "a.json");

    [Fact]
    public Task OpenAsync_ManyNames_IsRefused() =>
        Tables.RefusedAsync(IntakeErrors.TooManyColumns, Encoding.UTF8.GetBytes("[" + string.Join(',', Enumerable.Range(0, 600).Select(n => $"{{\"a{n}\":1}}")) + "]"), "a.json");

    private static Task<(SourceTable Table, List<SourceRow> Rows)> ReadAsync(string text, string name = "a.json") => Tables.ReadAsync(Encoding.UTF8.GetBytes(text), name);
}
