using System.Diagnostics.CodeAnalysis;
using System.Text;
using System.Text.Json.Nodes;
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
/// <param name="host">The host.</param>
/// <param name="storage">The connection string of its blobs.</param>
/// <param name="seed">Decides everything that happens.</param>
/// <param name="from">The first day.</param>
/// <param name="busy">How likely it is that departments upload on a day.</param>
internal sealed class Year(SimulatedHost host, string storage, int seed, DateOnly from, double busy = 0.11)
{
    private readonly Random chance = new(seed);
    private readonly NaiveBook book = new() { FirstMonth = new DateOnly(from.Year, from.Month, 1).AddMonths(-1) };
    private readonly LedgerWindow ledger = new(host.Ledger);
    private readonly BlobContainerClient uploads = new BlobServiceClient(storage).GetBlobContainerClient("uploads");
    private readonly BlobContainerClient reports = new BlobServiceClient(storage).GetBlobContainerClient("reports");
    private readonly List<Upload> sent = [];
    private readonly List<string> lying = [];
    private readonly Trouble trouble = new();
    private int files;

    /// <summary>What happened, in numbers.</summary>
    public string Summary => $"{sent.Count} uploads, {book.Records.Count} records, {book.Cases.Count} cases, {book.Duties.Count()} duties, {trouble}";

    /// <summary>Plays to a day. The first difference ends it.</summary>
    /// <returns>The differences, none where all was as it must be.</returns>
    public async Task<IReadOnlyList<string>> PlayAsync(DateOnly until)
    {
        var town = new Town(new Random(seed + 1), book);
        var offices = new Offices(host, book, new Random(seed + 2));
        for (var today = from; today < until; today = today.AddDays(1))
        {
            if (chance.NextDouble() < busy) await BusyDayAsync(town, today);
            else if (offices.HaveWorkOn(today)) await OfficeDayAsync(offices, today);
            var tomorrow = today.AddDays(1);
            await NightAsync(tomorrow);
            foreach (var one in book.Cases) one.Dawn(tomorrow);
            offices.Dawn(tomorrow);
            if (offices.Surprises.Count > 0) return [$"On {today}:", .. offices.Surprises];
            var differences = Checks.Differences(book, ledger, tomorrow);
            differences.AddRange(ledger.Doubles());
            if (tomorrow.Day == 1) differences.AddRange(ReportCheck.Differences(book, await ReportAsync(today), today));
            if (differences.Count > 0) return [$"{differences.Count} differences on {tomorrow}, in the night:", .. differences.Take(12)];
        }

        return [];
    }

    private async Task BusyDayAsync(Town town, DateOnly today)
    {
        await host.MoveToAsync(At(today, chance.Next(8, 18)));
        await TidyAsync();
        var troubled = false;
        foreach (var (department, batch) in town.ReviewOn(today))
        {
            await host.DeclareReviewAsync(department, batch);
            book.Review(batch, today);
            if (await TroubleAsync(0.1)) troubled = true;
            else await host.SettleAsync();
        }

        // What the host has forgotten of a release comes back with the reconciler: no file may come between.
        if (troubled) return;

        var together = chance.NextDouble() < 0.4;
        foreach (var sending in town.SendOn(today))
        {
            // Taken back before or after what is sent with it makes it public: both are lawful, so that nothing is sent with it.
            var alone = sending.Rows.Any(row => row.Revoked);
            if (together && alone) await host.SettleAsync();
            var upload = await SendAsync(sending.Desk.Department, sending.Desk.Item, sending.Declared, sending.Rows, Sheet.Of(sending.Desk.Item, sending.Rows, today, book.RecordOf));
            book.Receive(upload, today);
            town.Read(upload, today);
            if (!together || alone) await host.SettleAsync();
            else if (chance.NextDouble() < 0.1) await TwiceAsync(upload, today);
        }

        if (await TroubleAsync(0.25)) return;
        await host.SettleAsync();
        if (sent.Count > 0 && chance.NextDouble() < 0.2)
        {
            var again = sent[chance.Next(sent.Count)];
            book.Receive(await SendAsync(again.Department, again.Item, null, again.Rows, again.Text), today);
            await host.SettleAsync();
        }
    }

    private async Task OfficeDayAsync(Offices offices, DateOnly today)
    {
        await host.MoveToAsync(At(today, chance.Next(8, 18)));
        await offices.WorkAsync(today);
        if (!await TroubleAsync(0.08)) await host.SettleAsync();
    }

    /// <summary>Departments take away what has been answered: nothing may hang on the files any more.</summary>
    private async Task TidyAsync()
    {
        foreach (var path in lying) await uploads.DeleteBlobIfExistsAsync(path);
        lying.Clear();
    }

    /// <summary>Moves on to half past midnight; sometimes the host dies on the way and goes on after.</summary>
    private async Task NightAsync(DateOnly tomorrow)
    {
        if (host.IsFaulty)
        {
            // A clock's tick that failed is made up for by the next: of the reconciler, or of what runs every two hours.
            await host.MoveToAsync(At(tomorrow, 3));
            return;
        }

        if (chance.NextDouble() < 0.02)
        {
            var move = host.MoveToAsync(At(tomorrow, 0));
            await DieAsync(forget: chance.NextDouble() < 0.3);
            try
            {
                await move;
            }
            catch (HttpRequestException)
            {
                // Cut off, as was meant.
            }

            await host.MoveOnToAsync(At(tomorrow, 0));
            return;
        }

        await host.MoveToAsync(At(tomorrow, 0));
    }

    /// <summary>With some likelihood: the host dies in the midst of its work, and may forget all orchestrations. Nothing is waited for after.</summary>
    private async Task<bool> TroubleAsync(double likelihood)
    {
        if (chance.NextDouble() >= likelihood || host.IsFaulty) return false;
        await DieAsync(forget: chance.NextDouble() < 0.5);

        // Legal time goes past the reconciler's next two passes, all within the day.
        return true;
    }

    private async Task DieAsync(bool forget)
    {
        await Task.Delay(chance.Next(0, 400));
        await host.KillAsync();
        trouble.Kills++;
        if (forget)
        {
            host.ForgetOrchestrations();
            trouble.Forgotten++;
        }

        await host.StartAsync();
    }

    /// <summary>The same file once more at the same time, under another name: one of the two is the repetition, whichever.</summary>
    private async Task TwiceAsync(Upload upload, DateOnly today)
    {
        var again = await SendAsync(upload.Department, upload.Item, upload.Declared, upload.Rows, upload.Text);
        book.Receive(again, today);
        await host.SettleAsync();
        book.Settle(upload.Batch, again.Batch, ledger.Records().Keys.Any(id => id.StartsWith(again.Batch, StringComparison.Ordinal)));
        trouble.Twice++;
    }

    private async Task<JsonNode> ReportAsync(DateOnly day)
    {
        var blob = reports.GetBlobClient($"{day.Year:0000}-{day.Month:00}/compliance.json");
        return JsonNode.Parse((await blob.DownloadContentAsync()).Value.Content.ToString())!;
    }

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
        lying.Add(path);
        return upload;
    }

    private static DateTimeOffset At(DateOnly day, int hour) => LegalZone.StartOf(day).AddHours(hour).AddMinutes(30);
}
