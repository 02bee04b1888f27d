using System.Net;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using EntCredit.Domain.Catalogue;
using EntCredit.Domain.Events;
using EntCredit.Domain.Intake;
using EntCredit.Domain.Obligations;
using EntCredit.Domain.Records;
using EntCredit.Domain.Subjects;
using EntCredit.Functions.Access;
using EntCredit.Functions.Corrections;
using EntCredit.Functions.Objections;
using EntCredit.Functions.Public;
using EntCredit.Functions.Records;
using EntCredit.Functions.Tests.Cases;
using EntCredit.Functions.Tests.OpenApi;
using EntCredit.Orchestrations.Cases;
using EntCredit.Orchestrations.Corrections;
using EntCredit.Orchestrations.Objections;
using EntCredit.Stores.Blobs;
using EntCredit.Stores.Ledger;
using EntCredit.Stores.Views;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Time.Testing;

namespace EntCredit.Functions.Tests.Objections;

/// <summary>The doors of objections and corrections in a host, over a storage account and a ledger that are thrown away, on a clock that the test moves.</summary>
internal sealed class CaseTown : IAsyncDisposable
{
    public const string Code = "91990000MA00000008";
    private readonly IHost host;
    private readonly DirectoryInfo folder;
    private readonly HttpClient http;

    private CaseTown(IHost host, DirectoryInfo folder, FakeTimeProvider legal)
    {
        (this.host, this.folder, Legal) = (host, folder, legal);
        http = new HttpClient { BaseAddress = new Uri(Get<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.Single()) };
    }

    public FakeTimeProvider Legal { get; }

    public DurableTaskClient Client => Get<CaseLog>().Client!;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public static async Task<CaseTown> StartAsync(CaseStorage storage, string shanghai)
    {
        var folder = Directory.CreateTempSubdirectory("entcredit-objections-");
        await File.WriteAllTextAsync(
            Path.Combine(folder.FullName, "host.json"), """{ "version": "2.0", "extensions": { "http": { "routePrefix": "" } } }""", Cancellation);
        var builder = FunctionsApplication.CreateBuilder([
            $"--FUNCTIONS_APPLICATION_DIRECTORY={folder.FullName}",
            "--LocalRuntime:Urls=http://127.0.0.1:0",
            $"--LocalRuntime:State={Path.Combine(folder.FullName, "state")}",
            "--LocalRuntime:ExitOnStartupError=false",
            $"--EntCredit:Ledger:Path={Path.Combine(folder.FullName, "ledger.db")}",
            $"--AzureWebJobsStorage={await storage.ConnectionAsync()}",
            "--Logging:LogLevel:Default=None",
        ]);
        builder.ConfigureFunctionsWebApplication();
        builder.UseFunctionsOf([
            typeof(ObjectionOrchestrator), typeof(CorrectionOrchestrator), typeof(NoteCaseOverdueActivity), typeof(CaseDoor),
            typeof(PublicObjectionFunctions), typeof(ObjectionFunctions), typeof(ObjectionActs), typeof(ObjectionForm), typeof(CorrectionFunctions),
            typeof(PublicFunctions), typeof(RecordFunctions),
        ]);
        builder.UseMiddleware<UnexpectedErrors>();
        builder.UseWhen<AccessControl>(context => context.FunctionDefinition.Name != "CaseDoor");
        var legal = new FakeTimeProvider(CaseHost.At(shanghai));
        builder.Services.AddKeyedSingleton<TimeProvider>("legal", legal);
        builder.Services.AddSingleton<CaseLog>();
        builder.Services.AddEntCredit(builder.Configuration);
        var host = builder.Build();
        await host.Services.GetRequiredService<BlobAreas>().EnsureAsync(Cancellation);
        await host.StartAsync(Cancellation);
        var town = new CaseTown(host, folder, legal);
        using var opened = await town.http.PostAsync(new Uri("/door", UriKind.Relative), null, Cancellation);
        opened.EnsureSuccessStatusCode();
        return town;
    }

    public T Get<T>()
        where T : notnull => host.Services.GetRequiredService<T>();

    public void MoveTo(string shanghai) => Legal.SetUtcNow(CaseHost.At(shanghai));

    /// <summary>Sends JSON, or nothing, with a department's key (dev-…) or an applicant's secret.</summary>
    public async Task<Answer> SendAsync(
        HttpMethod method, string path, string? department = null, object? body = null, string? secret = null, string? ifMatch = null, HttpContent? content = null)
    {
        using var request = new HttpRequestMessage(method, new Uri(path, UriKind.Relative));
        if (department is not null) request.Headers.Add("X-Api-Key", "dev-" + department);
        if (secret is not null) request.Headers.Add("X-Case-Secret", secret);
        if (ifMatch is not null) request.Headers.TryAddWithoutValidation("If-Match", ifMatch);
        request.Content = content ?? (body is null ? null : JsonContent.Create(body));
        using var response = await http.SendAsync(request, Cancellation);
        await Recorder.HoldAsync(response, body is null ? null : System.Text.Json.JsonSerializer.Serialize(body, System.Text.Json.JsonSerializerOptions.Web), Cancellation);
        return new Answer(
            response.StatusCode, await response.Content.ReadAsStringAsync(Cancellation), response.Headers.ETag?.Tag, response.Content.Headers.ContentType?.MediaType);
    }

    /// <summary>An act on a case that must succeed.</summary>
    public async Task<JsonNode> ActAsync(string area, string id, string act, string department, object? body = null)
    {
        var answer = await SendAsync(HttpMethod.Post, $"/api/v1/{area}/{id}/{act}", department, body);
        Assert.True(answer.Status == HttpStatusCode.OK, $"{act} by {department}: {answer.Text}");
        return answer.Json;
    }

    public async Task CommitAsync(string stream, params DomainEvent[] events)
    {
        var loaded = await Get<ILedger>().LoadAsync(stream, Cancellation);
        await Get<ILedger>().AppendAsync([new Append(stream, loaded.Partition ?? "subject-1", loaded.Version, events)], Cancellation);
    }

    /// <summary>A published penalty of an invented enterprise, with an identity number kept apart.</summary>
    public async Task PublishPenaltyAsync(string record, string provider, string jurisdiction, string number = "样罚〔2020〕1号")
    {
        var at = Legal.GetUtcNow();
        var known = await Get<ILedger>().LoadAsync("subject-1", Cancellation);
        if (known.Version == 0)
        {
            await CommitAsync("subject-1", new SubjectEvent.KnownAs(at, AliasKind.CreditCode, Code), new SubjectEvent.Registered(at, "样例甲有限公司", "r-0"));
        }

        var content = Penalty(number, "1.5");
        await CommitAsync(
            record,
            new RecordEvent.Collected(
                at, new RecordOrigin(provider, jurisdiction, "penalty", "20200701020000-aabbccddee", 2), "subject-1", content.WithoutPersonal(),
                ContentDigest.Of(content), Publicity.Published, true, true, null) { Personal = content.Personal },
            new RecordEvent.Published(at));
    }

    /// <summary>A penalty as the row reader understands it.</summary>
    public static RecordContent Penalty(string number, string fine)
    {
        (string Name, string Value)[] cells =
        [
            ("行政相对人名称", "样例甲有限公司"), ("行政相对人类别", "法人及非法人组织"), ("统一社会信用代码", Code), ("法定代表人证件号码", "110101199003070000"),
            ("行政处罚决定文书号", number), ("违法行为类型", "未按规定堆放"), ("处罚类别", "罚款"), ("处罚内容", "罚款"), ("罚款金额(万元)", fine),
            ("处罚决定日期", "2020-06-30"), ("处罚机关", "样例机关"), ("适用程序", "一般程序"), ("保密审查", "是"),
        ];
        var item = ResourceCatalogue.Default.Find("penalty")!;
        var mapping = HeaderMapper.Map(item, [.. cells.Select(cell => cell.Name)]);
        var reading = RowReader.Read(item, mapping, new SourceRow(2, [.. cells.Select(cell => cell.Value)]), new DateOnly(2020, 7, 1));
        Assert.True(reading.Accepted, string.Join('；', reading.Findings.Select(finding => finding.Message)));
        return reading.Content;
    }

    /// <summary>What the public reads of the enterprise.</summary>
    public async Task<JsonNode> PublicAsync() => (await SendAsync(HttpMethod.Get, "/api/v1/public/enterprises/" + Code)).Json;

    public async Task<Domain.Records.Record> RecordAsync(string record) =>
        Domain.Records.Record.Fold((await Get<ILedger>().LoadAsync(record, Cancellation)).Events.Cast<RecordEvent>());

    public async Task<IReadOnlyList<string>> DutiesAsync(string stream) =>
        [.. (await Get<IObligationBook>().AboutAsync(stream, Cancellation)).Select(duty => $"{duty.Rule} {duty.Debtor} {duty.Due:yyyy-MM-dd} {duty.Outcome?.ToString() ?? "Open"}")];

    /// <summary>Waits until a case's time is no longer kept.</summary>
    public async Task EndAsync(string instance) =>
        await Client.WaitForInstanceCompletionAsync(instance, Cancellation).WaitAsync(TimeSpan.FromSeconds(60), Cancellation);

    public async ValueTask DisposeAsync()
    {
        http.Dispose();
        await host.StopAsync(CancellationToken.None);
        await ((IAsyncDisposable)host).DisposeAsync();
        folder.Delete(recursive: true);
    }

    internal sealed record Answer(HttpStatusCode Status, string Text, string? ETag, string? MediaType)
    {
        public JsonNode Json => JsonNode.Parse(Text)!;

        public string? ErrorCode => (string?)Json["code"];
    }
}
