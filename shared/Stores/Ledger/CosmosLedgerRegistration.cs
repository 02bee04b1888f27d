using System.Security.Cryptography;
using EntCredit.Stores.Ledger.Cosmos;
using EntCredit.Stores.Ledger.Seals;
using EntCredit.Stores.Outbox;
using EntCredit.Stores.Views;
using EntCredit.Stores.Views.Sqlite;
using Microsoft.Azure.Cosmos;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace EntCredit.Stores.Ledger;

/// <summary>The ledger on Cosmos DB as a service.</summary>
public static class CosmosLedgerRegistration
{
    /// <summary>
    /// The ledger in the containers <c>ledger</c> and <c>keys</c> of the database <c>entcredit</c>, and every view of it over a copy in a SQLite file of this process, which a hosted service keeps up
    /// to date from the change feed. Containers are made by the deployment, not here.
    /// </summary>
    /// <param name="services">Where they are registered.</param>
    /// <param name="settings">The account, as <see cref="CosmosConnection.Connect"/> takes it; <c>database</c> names another database.</param>
    /// <param name="copy">The copy's file.</param>
    public static IServiceCollection AddCosmosLedger(this IServiceCollection services, IConfigurationSection settings, string copy)
    {
        // First, so that what follows takes the place of its ledger.
        services.AddSqliteLedger(copy);
        services.AddSingleton(_ => CosmosConnection.Connect(settings));
        services.AddSingleton(provider =>
        {
            var database = provider.GetRequiredService<CosmosClient>().GetDatabase(settings["database"] ?? "entcredit");
            return new CosmosLedger(database.GetContainer("ledger"), database.GetContainer("keys"), RandomNumberGenerator.Create(), Machine(provider));
        });
        services.AddSingleton(provider => provider.GetRequiredService<CosmosLedger>().Copied(provider.GetRequiredService<SqliteLedger>()));
        services.AddSingleton(provider => new FollowedLedger(
            provider.GetRequiredService<CosmosLedger>(), provider.GetRequiredService<LedgerReplica>(), provider.GetRequiredService<ILogger<FollowedLedger>>()));
        services.AddSingleton<ILedger>(provider => provider.GetRequiredService<FollowedLedger>());
        services.AddSingleton<IPersonalData>(provider => provider.GetRequiredService<FollowedLedger>());
        services.AddSingleton<IOutbox>(provider => provider.GetRequiredService<CosmosLedger>().Outbox);
        services.AddSingleton<IChangeFeed>(provider => new SqliteChangeFeed(provider.GetRequiredService<SqliteLedger>().Reads, byFacts: true));
        services.AddSingleton<ILedgerOrder>(provider => new FactualOrder(
            provider.GetRequiredService<FollowedLedger>(),
            provider.GetRequiredService<LedgerReplica>(),
            provider.GetRequiredService<SqliteLedger>(),
            provider.GetRequiredKeyedService<TimeProvider>("legal")));
        return services.AddHostedService(provider => new ReplicaService(
            provider.GetRequiredService<LedgerReplica>(), Machine(provider), provider.GetRequiredService<ILogger<ReplicaService>>()));
    }

    private static TimeProvider Machine(IServiceProvider services) => services.GetRequiredKeyedService<TimeProvider>("machine");
}
