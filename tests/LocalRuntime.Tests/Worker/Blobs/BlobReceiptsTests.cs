using EntCredit.LocalRuntime.Worker.Blobs;
using EntCredit.LocalRuntime.Worker.Hosting;

namespace EntCredit.LocalRuntime.Tests.Worker.Blobs;

public sealed class BlobReceiptsTests : IDisposable
{
    private static readonly DateTimeOffset Now = new(2026, 1, 1, 0, 0, 0, TimeSpan.Zero);
    private readonly string _folder = Directory.CreateTempSubdirectory("receipts-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    private HostDatabase Open() => new(Path.Combine(_folder, "host.db"));

    [Fact]
    public void Add_SameVersionTwice_OneReceipt()
    {
        using HostDatabase database = Open();
        var receipts = new BlobReceipts(database);
        Assert.Equal(2, receipts.Add("F", "c", [("a", "1"), ("b", "1")]));
        Assert.Equal(1, receipts.Add("F", "c", [("a", "1"), ("a", "2"), ("b", "1")]));
        Assert.Equal(1, receipts.Add("G", "c", [("a", "1")]));
        Assert.Equal(["a 1", "b 1", "a 2"], receipts.Take("F", 9, Now).Select(r => $"{r.Name} {r.ETag}"));
        Assert.Empty(receipts.Take("F", 9, Now));
    }

    [Fact]
    public void Add_PageIsOutOfOrder_StillOneReceipt()
    {
        using HostDatabase database = Open();
        var receipts = new BlobReceipts(database);
        receipts.Add("F", "c", [("a", "1"), ("z", "1")]);
        Assert.Equal(1, receipts.Add("F", "c", [("m", "1"), ("a", "1"), ("z", "1"), ("b", "1")]) - 1);
    }

    [Fact]
    public void Reopen_AfterACrash_WhatRanWaitsAndItsTryCounts()
    {
        using (HostDatabase database = Open())
        {
            var receipts = new BlobReceipts(database);
            receipts.Add("F", "c", [("a", "1"), ("b", "1")]);
            receipts.Finish(receipts.Take("F", 1, Now)[0].Seq);
            receipts.Take("F", 1, Now);
        }
        using HostDatabase again = Open();
        var after = new BlobReceipts(again);
        Assert.Empty(after.Take("F", 9, Now));
        Assert.Equal(1, after.Reopen());
        Assert.Equal([new BlobReceipt(2, "b", "1", 2)], after.Take("F", 9, Now));
    }

    [Fact]
    public void Take_RetryIsNotDue_WaitsForItsInstant()
    {
        using HostDatabase database = Open();
        var receipts = new BlobReceipts(database);
        receipts.Add("F", "c", [("a", "1")]);
        receipts.Retry(receipts.Take("F", 1, Now)[0].Seq, Now.AddSeconds(5), "why");
        Assert.Equal(Now.AddSeconds(5), receipts.NextDue("F"));
        Assert.Empty(receipts.Take("F", 1, Now.AddSeconds(4)));
        Assert.True(receipts.HasOpen("F"));
        receipts.Poison(receipts.Take("F", 1, Now.AddSeconds(5))[0].Seq, "last");
        Assert.False(receipts.HasOpen("F"));
        Assert.Equal([new PoisonBlob(1, "F", "c", "a", "1", 2, "last")], receipts.Read());
    }
}
