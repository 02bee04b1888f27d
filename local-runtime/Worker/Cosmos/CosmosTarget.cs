using System.Globalization;
using EntCredit.LocalRuntime.Worker.Hosting;
using Microsoft.Extensions.Configuration;

namespace EntCredit.LocalRuntime.Worker.Cosmos;

/// <summary>What a trigger watches and where its leases lie, its settings filled in.</summary>
internal sealed record CosmosTarget(
    string Connection,
    string Database,
    string Container,
    string LeaseConnection,
    string LeaseDatabase,
    string LeaseContainer,
    string LeasePrefix,
    string? PreferredLocations,
    DateTime? From
)
{
    /// <exception cref="StartupException">The trigger says what Azure would not accept.</exception>
    public static CosmosTarget Of(CosmosDBTriggerAttribute trigger, IConfiguration settings)
    {
        string? Filled(string? text) => text is null ? null : SettingExpression.Resolve(text, settings);

        string connection = trigger.Connection ?? CosmosConnections.Default;
        string database = Filled(trigger.DatabaseName)!;
        var target = new CosmosTarget(
            connection,
            database,
            Filled(trigger.ContainerName)!,
            trigger.LeaseConnection is { Length: > 0 } ofLeases ? ofLeases : connection,
            Filled(trigger.LeaseDatabaseName) ?? database,
            Filled(trigger.LeaseContainerName) ?? "leases",
            Filled(trigger.LeaseContainerPrefix) ?? "",
            Filled(trigger.PreferredLocations),
            Start(trigger, Filled(trigger.StartFromTime))
        );
        return target.LeaseConnection.Equals(connection, StringComparison.OrdinalIgnoreCase)
            && target.LeaseDatabase.Equals(database, StringComparison.OrdinalIgnoreCase)
            && target.LeaseContainer.Equals(target.Container, StringComparison.OrdinalIgnoreCase)
            ? throw new StartupException("the monitored container cannot be the same as the container storing the leases")
            : target;
    }

    // The SDK takes the earliest instant for the beginning.
    private static DateTime? Start(CosmosDBTriggerAttribute trigger, string? from) =>
        string.IsNullOrEmpty(from) ? (trigger.StartFromBeginning ? DateTime.MinValue.ToUniversalTime() : null)
        : trigger.StartFromBeginning ? throw new StartupException("only one of StartFromBeginning or StartFromTime can be used")
        : DateTime.TryParse(from, CultureInfo.InvariantCulture, DateTimeStyles.AdjustToUniversal, out DateTime start) ? start
        : throw new StartupException($"StartFromTime is '{from}': it is an instant in ISO 8601 with the UTC designator, such as 2021-02-16T14:19:29Z");
}
