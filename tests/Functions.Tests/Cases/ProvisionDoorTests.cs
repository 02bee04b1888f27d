using System.Net;
using System.Text.Json;
using EntCredit.Domain.Batches;
using EntCredit.Domain.Compliance;
using EntCredit.Domain.Departments;
using EntCredit.Domain.Events;
using EntCredit.Domain.Intake;
using EntCredit.Domain.Records;
using EntCredit.Orchestrations;
using EntCredit.Orchestrations.Provision;
using EntCredit.Orchestrations.Reconciliation;
using EntCredit.Stores.Ledger;
using EntCredit.Stores.Views;
using Microsoft.Extensions.DependencyInjection;

namespace EntCredit.Functions.Tests.Cases;

/// <summary>The monthly provision of 渝府办发〔2016〕170号 三(二)(三): given, given late, nothing to give, loaded.</summary>
[Collection("cases")]
public sealed class ProvisionDoorTests
{
    private const string Transport = "chongqing-transport";

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Month_NothingArose_IsMetByTheDeclarationAndFinished()
    {
        await using var host = await DoorHost.StartAsync("2020-07-01 00:01");
        Assert.Equal(1, await host.Get<ProvisionDesk>().ExpectAsync(host.Client, Cancellation));
        Assert.Equal(0, await host.Get<ProvisionDesk>().ExpectAsync(host.Client, Cancellation));
        var owed = (await host.DoAsync(Transport, "GET", "inbox")).GetProperty("items").EnumerateArray().Single();
        Assert.Equal(("T6", "2020-07-06"), (Text(owed, "rule"), Text(owed, "due")));

        var none = await host.DoAsync(Transport, "POST", "provisions/2020-06/none");

        Assert.Equal((true, "met"), (none.GetProperty("finished").GetBoolean(), Standing(none, "T6")));
        await host.EndAsync(Instances.OfProvision(Transport, new DateOnly(2020, 6, 1)));
        await host.DoAsync(Transport, "POST", "provisions/2020-06/none");
        Assert.Equal(1, (await host.DoAsync(Transport, "GET", "provisions")).GetProperty("items")[0].GetProperty("given").GetInt32());
        Assert.Equal("EC4601", (await host.CallAsync(Transport, "POST", "provisions/2020-07/none")).Code);
    }

    [Fact]
    public async Task Month_GivenLateByAnUpload_IsNotedAndLateAndItsLoadIsMetOrNot()
    {
        await using var host = await DoorHost.StartAsync("2020-07-01 00:01");
        await host.Get<ProvisionDesk>().ExpectAsync(host.Client, Cancellation);
        var stream = Instances.OfProvision(Transport, new DateOnly(2020, 6, 1));
        host.MoveTo("2020-07-07 00:00");
        await host.EndAsync(stream);
        Assert.Equal(["T6 chongqing-transport 2020-07-06"], await host.NotedAsync(stream));

        host.MoveTo("2020-07-08 10:00");
        var batch = await UploadAsync(host, new DateOnly(2020, 6, 3), new DateOnly(2020, 6, 30), new DateOnly(2020, 7, 2));
        await CountAsync(host, batch);
        await CountAsync(host, batch);

        var june = (await host.DoAsync(Transport, "GET", "provisions")).GetProperty("items").EnumerateArray().Single();
        Assert.Equal(("2020-06", "late", "open", 2), (Text(june, "month"), Standing(june, "T6"), Standing(june, "T7"), june.GetProperty("awaitingLoad").GetInt32()));
        var load = (await host.DoAsync("chongqing-aic", "GET", "inbox")).GetProperty("items").EnumerateArray().Single(duty => Text(duty, "rule") == "T7");
        Assert.Equal("2020-07-31", Text(load, "due"));
        Assert.Contains("每月加载", (await host.DoAsync("chongqing-aic", "GET", Text(load, "explanation")!["/api/v1/".Length..])).GetProperty("text")[0].GetString(), StringComparison.Ordinal);

        Assert.Equal(HttpStatusCode.Forbidden, (await host.CallAsync(Transport, "POST", $"provisions/{Transport}/2020-06/load")).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await host.CallAsync("hunan-aic", "POST", $"provisions/{Transport}/2020-06/load")).Status);
        host.MoveTo("2020-07-31 23:00");
        var loaded = await host.DoAsync("chongqing-aic", "POST", $"provisions/{Transport}/2020-06/load");
        Assert.Equal((true, "met", 0), (loaded.GetProperty("finished").GetBoolean(), Standing(loaded, "T7"), loaded.GetProperty("awaitingLoad").GetInt32()));

        // The report has both rules, by department.
        var tally = new ComplianceTally(new DateOnly(2020, 7, 1), new DateOnly(2020, 7, 31), host.Legal.GetUtcNow());
        await foreach (var duty in host.Get<IObligationBook>().LivingInAsync(CaseHost.At("2020-07-01 00:00"), tally.AsOf, Cancellation)) tally.Add(duty);
        var report = JsonSerializer.Serialize(tally.Report(host.Get<DepartmentRegister>()));
        Assert.All(["T6", "T7"], rule => Assert.Contains($"\"{rule}\"", report, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Reconciler_TheTicksOfTwoMonthsWereMissed_AsksForBoth()
    {
        await using var host = await DoorHost.StartAsync("2020-07-01 00:01");
        await host.Get<ProvisionDesk>().ExpectAsync(host.Client, Cancellation);
        host.MoveTo("2020-10-09 10:00");

        Assert.Equal(3, (await host.Get<Reconciler>().RunAsync(host.Client, Cancellation)).MonthsUnasked);

        Assert.Equal(
            ["2020-09", "2020-08", "2020-07", "2020-06"],
            (await host.DoAsync("chongqing-aic", "GET", "provisions?scope=jurisdiction")).GetProperty("items").EnumerateArray()
                .Select(month => Text(month, "month")).OrderDescending());
    }

    [Fact]
    public async Task Upload_BeforeTheMonthlyTick_IsNotLost()
    {
        await using var host = await DoorHost.StartAsync("2020-07-01 00:00");
        await CountAsync(host, await UploadAsync(host, new DateOnly(2020, 6, 3)));
        var june = (await host.DoAsync(Transport, "GET", "provisions")).GetProperty("items").EnumerateArray().Single();
        Assert.Equal(("met", 1), (Standing(june, "T6"), june.GetProperty("awaitingLoad").GetInt32()));
    }


    private static Task CountAsync(DoorHost host, string batch) =>
        ActivatorUtilities.CreateInstance<CountProvisionActivity>(host.Get<IServiceProvider>()).RunAsync(new BatchInput(batch), host.Client, Cancellation);

    private static async Task<string> UploadAsync(DoorHost host, params DateOnly[] generatedOn)
    {
        const string Batch = "20200708020000-aabbccddee";
        var at = host.Legal.GetUtcNow();
        await CommitAsync(
            host,
            BatchIds.Stream(Batch),
            new BatchEvent.Arrived(at, Transport, "chongqing", "permit", $"{Transport}/permit/permits.csv", "0x1", 100, true),
            new BatchEvent.Read(at, new string('a', 64), null, generatedOn.Length, 1, "csv", "utf-8"));
        for (var line = 0; line < generatedOn.Length; line++)
        {
            var content = new RecordContent(
                "permit",
                new Dictionary<string, string>(),
                new Dictionary<string, string>(),
                new SubjectKey("91990000MA00000008", null, "示例公司"),
                $"渝交许〔2020〕{line}号",
                generatedOn[line],
                ContentStatus.Valid,
                UseScope.Public,
                true,
                null,
                null);
            await CommitAsync(
                host,
                $"{Batch}-{line + 2:0000000}",
                new RecordEvent.Collected(
                    at, new RecordOrigin(Transport, "chongqing", "permit", Batch, line + 2), "subject-1", content, $"d{line}", Publicity.Published, false, true, null));
        }

        return Batch;
    }

    private static Task CommitAsync(DoorHost host, string stream, params DomainEvent[] events) =>
        host.Get<ILedger>().AppendAsync([new Append(stream, stream, 0, events)], Cancellation);

    private static string? Standing(JsonElement month, string rule) =>
        Text(month.GetProperty("duties").EnumerateArray().Single(duty => Text(duty, "rule") == rule), "standing");

    private static string? Text(JsonElement of, string name) => of.GetProperty(name).GetString();
}
