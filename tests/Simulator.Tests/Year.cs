using System.Diagnostics.CodeAnalysis;
using System.Text;
using Azure.Storage.Blobs;
using Azure.Storage.Blobs.Models;
using EntCredit.Domain.Batches;
using EntCredit.Domain.Calendar;
using EntCredit.Simulator.Tests.Naive;
using EntCredit.Simulator.Tests.Play;
using EntCredit.Simulator.Tests.World;

namespace EntCredit.Simulator.Tests;

/// <summary>Simulated time over a running host: some days are busy, on some the host is killed or forgets, and every day is checked.</summary>
[SuppressMessage("Security", "CA5394", Justification = "A seeded chance, to be repeated.")]
internal sealed class Year(SimulatedHost host, string storage, int seed)
{
    private readonly Random chance = new(seed);
    private readonly NaiveBook book = new();
    private readonly LedgerWindow ledger = new(host.Ledger);
    private readonly BlobContainerClient uploads = new BlobServiceClient(storage).GetBlobContainerClient("uploads");
    private readonly List<Upload> sent = [];
    private readonly Trouble trouble = new();
    private int files;

    /// <summary>What happened, in numbers.</summary>
    public string Summary => $"{sent.Count} uploads, {book.Records.Count} records, {book.Records.Sum(record => record.Duties.Count)} duties, {trouble}";

    /// <summary>Plays from a day to a day. The first difference ends it.</summary>
    /// <returns>The differences, none where all was as it must be.</returns>
    public async Task<IReadOnlyList<string>> PlayAsync(DateOnly from, DateOnly until)
    {
        var town = new Town(new Random(seed + 1), book);
        for (var today = from; today < until; today = today.AddDays(1))
        {
            if (chance.NextDouble() < 0.17) await BusyDayAsync(town, today);
            await NightAsync(today.AddDays(1));
            var differences = Checks.Differences(book, ledger, today.AddDays(1));
            if (differences.Count > 0) return [$"{differences.Count} differences on {today.AddDays(1)}, half past midnight:", .. differences.Take(12)];
        }

        return [];
    }

    private async Task BusyDayAsync(Town town, DateOnly today)
    {
        await host.MoveToAsync(At(today, chance.Next(8, 18)));
        foreach (var (department, batch) in town.ReviewOn(today))
        {
            await host.DeclareReviewAsync(department, batch);
            await host.SettleAsync();
            book.Review(batch, today);
        }

        var together = chance.NextDouble() < 0.4;
        foreach (var sending in town.SendOn(today))
        {
            var upload = await SendAsync(sending.Desk.Department, sending.Desk.Item, sending.Declared, sending.Rows, Sheet.Of(sending.Desk.Item, sending.Rows, today));
            book.Receive(upload, today);
            town.Read(upload, today);
            if (!together) await host.SettleAsync();
        }

        await host.SettleAsync();
        if (sent.Count > 0 && chance.NextDouble() < 0.2)
        {
            var again = sent[chance.Next(sent.Count)];
            book.Receive(await SendAsync(again.Department, again.Item, null, again.Rows, again.Text), today);
            await host.SettleAsync();
        }
    }

    private async Task NightAsync(DateOnly tomorrow) => await host.MoveToAsync(At(tomorrow, 0));

    private async Task<Upload> SendAsync(string department, string item, bool? declared, IReadOnlyList<Row> rows, string text)
    {
        var path = $"{department}/{item}/{++files:00000}.csv";
        var options = new BlobUploadOptions
        {
            Metadata = declared is null ? null : new Dictionary<string, string> { ["secrecyreview"] = declared.Value ? "done" : "pending" },
        };
        var answer = await uploads.GetBlobClient(path).UploadAsync(BinaryData.FromBytes(Encoding.UTF8.GetBytes(text)), options);
        var upload = new Upload(BatchIds.Of(answer.Value.LastModified, path, answer.Value.ETag.ToString()), department, item, declared, rows, text);
        sent.Add(upload);
        return upload;
    }

    private static DateTimeOffset At(DateOnly day, int hour) => LegalZone.StartOf(day).AddHours(hour).AddMinutes(30);
}
