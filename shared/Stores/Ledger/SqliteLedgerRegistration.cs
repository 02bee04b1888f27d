using System.Security.Cryptography;
using EntCredit.Stores.Ledger.Seals;
using EntCredit.Stores.Outbox;
using EntCredit.Stores.Views;
using EntCredit.Stores.Views.Sqlite;
using Microsoft.Extensions.DependencyInjection;

namespace EntCredit.Stores.Ledger;

/// <summary>The embedded ledger as a service.</summary>
public static class SqliteLedgerRegistration
{
    /// <summary>The ledger and every view of it over one SQLite file, each once. The folder is made where it is missing; the file opens at first use.</summary>
    /// <param name="services">Where they are registered.</param>
    /// <param name="path">The ledger's file.</param>
    public static IServiceCollection AddSqliteLedger(this IServiceCollection services, string path) =>
        services
            .AddSingleton(_ =>
            {
                Directory.CreateDirectory(Path.GetDirectoryName(Path.GetFullPath(path))!);
                return new SqliteLedger(path, RandomNumberGenerator.Create());
            })
            .AddSingleton<ILedger>(provider => provider.GetRequiredService<SqliteLedger>())
            .AddSingleton<ILedgerOrder>(provider => provider.GetRequiredService<SqliteLedger>())
            .AddSingleton<IPersonalData>(provider => provider.GetRequiredService<SqliteLedger>())
            .AddSingleton<IOutbox>(provider => new SqliteOutbox(provider.GetRequiredService<SqliteLedger>()))
            .AddSingleton<ICaseBook>(provider => new SqliteCaseBook(provider.GetRequiredService<SqliteLedger>().Reads))
            .AddSingleton<IChangeFeed>(provider => new SqliteChangeFeed(provider.GetRequiredService<SqliteLedger>().Reads))
            .AddSingleton<IIntakeIndex>(provider => new SqliteIntakeIndex(provider.GetRequiredService<SqliteLedger>().Reads))
            .AddSingleton<IPublicView>(provider => new SqlitePublicView(provider.GetRequiredService<SqliteLedger>().Reads))
            .AddSingleton<IQualityBook>(provider => new SqliteQualityBook(provider.GetRequiredService<SqliteLedger>().Reads))
            .AddSingleton<IEnterpriseBook>(provider => new SqliteEnterpriseBook(provider.GetRequiredService<SqliteLedger>().Reads))
            .AddSingleton<ICaseIndex>(provider => new SqliteCaseIndex(provider.GetRequiredService<SqliteLedger>().Reads))
            .AddSingleton<ICreditBook>(provider => new SqliteCreditBook(provider.GetRequiredService<SqliteLedger>().Reads))
            .AddSingleton<IInboxView>(provider => new SqliteInboxView(provider.GetRequiredService<SqliteLedger>().Reads))
            .AddSingleton<IProvisionView>(provider => new SqliteProvisionView(provider.GetRequiredService<SqliteLedger>().Reads))
            .AddSingleton<IObligationBook>(provider => new SqliteObligationBook(provider.GetRequiredService<SqliteLedger>().Reads))
            .AddSingleton<IBatchView>(provider => new SqliteBatchView(provider.GetRequiredService<SqliteLedger>().Reads))
            .AddSingleton<IRecordBook>(provider => new SqliteRecordBook(provider.GetRequiredService<SqliteLedger>().Reads));
}
