using System.Security.Cryptography;
using Azure.Identity;
using Azure.Storage.Blobs;
using EntCredit.Domain.LoadedFiles;
using EntCredit.Functions.Access;
using EntCredit.Functions.Cases;
using EntCredit.Functions.Credit;
using EntCredit.Functions.Exports;
using EntCredit.Functions.Messages;
using EntCredit.Functions.Operations;
using EntCredit.Functions.Reports;
using EntCredit.Functions.Uploads;
using EntCredit.Orchestrations;
using EntCredit.Orchestrations.Cases;
using EntCredit.Orchestrations.Corrections;
using EntCredit.Orchestrations.Intake;
using EntCredit.Orchestrations.Objections;
using EntCredit.Orchestrations.Reconciliation;
using EntCredit.Orchestrations.Records;
using EntCredit.Stores.Blobs;
using EntCredit.Stores.Files;
using EntCredit.Stores.Law;
using EntCredit.Stores.Ledger;
using EntCredit.Stores.Ledger.Seals;
using EntCredit.Stores.Reports;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Hosting;

namespace EntCredit.Functions;

/// <summary>What the functions are made of. The only place where ports meet their stores.</summary>
public static class Composition
{
    /// <summary>The connection that every trigger and store of blobs uses, by its real setting name.</summary>
    public const string StorageConnection = "AzureWebJobsStorage";

    /// <summary>Adds the law, the stores and the work.</summary>
    public static IServiceCollection AddEntCredit(this IServiceCollection services, IConfiguration configuration)
    {
        // A runtime that can move the legal clock has registered its own before.
        services.TryAddKeyedSingleton("legal", TimeProvider.System);
        services.TryAddKeyedSingleton("machine", TimeProvider.System);

        services.AddLaw(OwnLaw(configuration));
        services.AddOwnCatalogues(configuration);

        services.AddSingleton(FileLimits.Of(configuration[FileLimits.MaxBytesSetting]));
        services.AddSingleton(_ => BlobsOf(configuration));
        services.AddSingleton<BlobAreas>();
        services.AddSingleton<ManifestStore>();
        services.AddSingleton<SegmentStore>();
        services.AddSingleton<PostBodies>();
        services.AddSingleton<UploadLinks>();
        services.AddSingleton<ReportStore>();
        services.AddTransient<QualityChecks>();
        services.AddSingleton<RootStore>();
        services.AddSingleton<DaySealer>();
        services.AddTransient<DeltaWriter>();
        services.AddSingleton<Watermarks>();
        services.AddSingleton<EvidenceStore>();
        services.TryAddSingleton(_ => RandomNumberGenerator.Create());
        var ledger = configuration["EntCredit:Ledger:Path"] ?? ".data/ledger/ledger.db";
        if (string.Equals(configuration["EntCredit:Ledger:Store"], "cosmos", StringComparison.OrdinalIgnoreCase))
            services.AddCosmosLedger(configuration.GetSection("Cosmos"), ledger);
        else
            services.AddSqliteLedger(ledger);
        services.AddGuards(configuration, ledger);

        services.AddMessages(configuration);

        services.AddSingleton<CalendarBook>();
        // Made for each use: what decides by the law holds no law that another file has taken the place of.
        services.AddTransient<RecordPages>();
        services.AddTransient<DisplayExpiry>();
        services.AddTransient<CaseDesk>();
        services.AddCooperation();
        services.AddCredit(configuration);
        services.AddTransient<CaseEffects>();
        services.AddTransient<CaseRepair>();
        services.AddTransient<CorrectedContent>();
        services.AddTransient<CorrectionDesk>();
        services.AddTransient<ObjectionCounter>();
        services.AddTransient<ObjectionDesk>();
        services.AddTransient<CohortStart>();
        services.AddTransient<SegmentIntake>();
        services.AddTransient<Reconciler>();
        return services;
    }

    /// <summary>Makes ready what the first request needs.</summary>
    public static async Task PrepareEntCreditAsync(this IHost host)
    {
        await host.Services.GetRequiredService<LawBook>().RefreshAsync(CancellationToken.None);
        await host.Services.GetRequiredService<BlobAreas>().EnsureAsync(CancellationToken.None);
    }

    private static LawFiles OwnLaw(IConfiguration configuration)
    {
        if (configuration["EntCredit:Departments"] is { Length: > 0 } path) return LawFiles.Own(new LawFile(path, File.ReadAllText(path)));

        // The keys of the file for development are public knowledge. Azure names its sites; a machine of one's own does not.
        return configuration["WEBSITE_SITE_NAME"] is null
            ? LawFiles.Own(null)
            : throw new InvalidOperationException("The setting EntCredit__Departments names no file: the departments for development are refused here.");
    }

    private static BlobServiceClient BlobsOf(IConfiguration configuration)
    {
        if (configuration[StorageConnection] is { Length: > 0 } connection) return new BlobServiceClient(connection);
        var section = configuration.GetSection(StorageConnection);
        var uri = section["blobServiceUri"] is { Length: > 0 } given ? given : $"https://{section["accountName"]}.blob.core.windows.net";
        return new BlobServiceClient(
            new Uri(uri),
            new DefaultAzureCredential(new DefaultAzureCredentialOptions { ManagedIdentityClientId = section["clientId"] }));
    }
}
