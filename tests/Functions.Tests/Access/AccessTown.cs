using Azure.Storage.Blobs;
using Azure.Storage.Blobs.Models;
using EntCredit.Domain.Batches;
using EntCredit.Domain.Calendar;
using EntCredit.Domain.Departments;
using EntCredit.Domain.Events;
using EntCredit.Domain.Intake;
using EntCredit.Domain.Obligations;
using EntCredit.Domain.Records;
using EntCredit.Domain.Subjects;
using EntCredit.Orchestrations;
using EntCredit.Stores.Blobs;
using EntCredit.Stores.Ledger;
using EntCredit.Tests.Shared;

namespace EntCredit.Functions.Tests.Access;

/// <summary>A host with a real Azurite and, for every persona, a batch with its receipt and a published record with its duties.</summary>
public sealed class AccessTown : IAsyncLifetime
{
    public const string Period = "2026-01", Code = "91990000MA00000008";

    private static readonly DateTimeOffset At = new(2026, 1, 5, 2, 30, 0, TimeSpan.Zero);

    private AzuriteProcess? azurite;
    private AccessHost? host;

    internal AccessHost Host => host!;

    public static string BatchOf(string department) => "20260105023000-" + KeyText.HashOf(department)[..10];

    public static string RecordOf(string department) => BatchOf(department) + "-0000002";

    /// <inheritdoc/>
    public async ValueTask InitializeAsync()
    {
        azurite = await AzuriteProcess.StartAsync();
        host = await AccessHost.StartAsync($"AzureWebJobsStorage={azurite.ConnectionString}");
        var areas = Host.Get<BlobAreas>();
        await areas.EnsureAsync(CancellationToken.None);
        await PutJsonAsync(areas.Reports, $"{Period}/compliance.json");
        await AppendAsync(
            CaseTown.Subject, CaseTown.Subject, new SubjectEvent.KnownAs(At, AliasKind.CreditCode, Code), new SubjectEvent.Registered(At, "某某样例有限公司", "r-0"));
        await RegisterAsync();
        foreach (var (department, jurisdiction) in Personas.All) await SeedAsync(areas, department, jurisdiction);
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        if (host is not null) await host.DisposeAsync();
        if (azurite is not null) await azurite.DisposeAsync();
    }

    // In whose register it stands decides whose scheme of credit holds for it.
    private Task RegisterAsync()
    {
        var registrar = Personas.Of(DepartmentRole.Registrar);
        var content = new RecordContent(
            "register", new Dictionary<string, string>(), new Dictionary<string, string>(), new SubjectKey(Code, null, "某某样例有限公司"), null, new DateOnly(2026, 1, 4),
            ContentStatus.Valid, UseScope.Public, true, null, null);
        return AppendAsync(
            BatchOf(registrar) + "-0000003",
            CaseTown.Subject,
            new RecordEvent.Collected(
                At, new RecordOrigin(registrar, Personas.Home, "register", BatchOf(registrar), 3), CaseTown.Subject, content, "r", Publicity.CollectedOnly, true, true, null));
    }

    private async Task SeedAsync(BlobAreas areas, string department, string jurisdiction)
    {
        await Host.Get<ILedger>().AppendAsync(CaseTown.Of(department, jurisdiction), CancellationToken.None);
        await Host.Get<EvidenceStore>().PutAsync(
            CaseTown.CaseOf(department), CaseTown.Evidence, "application/pdf", BinaryData.FromBytes(CaseTown.EvidenceBytes), CancellationToken.None);
        await Host.Get<EvidenceStore>().PutAsync(
            Instances.OfNotice(CaseTown.CaseOf(department)), CaseTown.Evidence, "application/pdf", BinaryData.FromBytes(CaseTown.EvidenceBytes), CancellationToken.None);
        var (batch, record) = (BatchOf(department), RecordOf(department));
        var receipt = $"{department}/{batch}";
        await PutJsonAsync(areas.Receipts, receipt + ".json");
        var content = new RecordContent(
            "penalty",
            new Dictionary<string, string> { ["document_number"] = "样罚〔2026〕1号" },
            new Dictionary<string, string>(),
            new SubjectKey(Code, null, "某某样例有限公司"),
            "样罚〔2026〕1号",
            new DateOnly(2026, 1, 4),
            ContentStatus.Valid,
            UseScope.Public,
            true,
            "一般程序",
            null);
        var counts = new BatchCounts(1, 1, 0, 0, 0, 0, 0, 0, 0);
        await AppendAsync(
            BatchIds.Stream(batch),
            BatchIds.Stream(batch),
            new BatchEvent.Arrived(At, department, jurisdiction, "penalty", $"{department}/penalty/a.csv", "0x8D", 100, true),
            new BatchEvent.Read(At, "digest of " + department, null, 1, 1, "csv", "utf-8"),
            new BatchEvent.SegmentTaken(At, 0, counts),
            new BatchEvent.Receipted(At, receipt, counts));
        await AppendAsync(
            record,
            CaseTown.Subject,
            new RecordEvent.Collected(At, new RecordOrigin(department, jurisdiction, "penalty", batch, 2), CaseTown.Subject, content, "d", Publicity.Published, true, true, null)
            {
                Opened = [new OpenedDuty("T1", department, new DateOnly(2026, 1, 4), new DateOnly(2026, 1, 13), "2026-1")],
            });
    }

    private static Task PutJsonAsync(BlobContainerClient container, string name) => container.GetBlobClient(name).UploadAsync(
        BinaryData.FromString("{}"), new BlobUploadOptions { HttpHeaders = new BlobHttpHeaders { ContentType = "application/json" } });

    private Task AppendAsync(string stream, string partition, params DomainEvent[] events) =>
        Host.Get<ILedger>().AppendAsync([new Append(stream, partition, 0, events)], CancellationToken.None);
}

/// <summary>The classes that share it.</summary>
[CollectionDefinition(Name)]
#pragma warning disable CA1711, CA1515 // xUnit finds the definition by its attribute, on a public class.
public sealed class AccessTownCollection : ICollectionFixture<AccessTown>
#pragma warning restore CA1711, CA1515
{
    public const string Name = "Access";
}
