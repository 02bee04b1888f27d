using EntCredit.Tests.Shared;

namespace EntCredit.Functions.Tests.Objections;

/// <summary>One storage account for the tests of cases, started where one asks for it.</summary>
public sealed class CaseStorage : IAsyncDisposable
{
    private AzuriteProcess? azurite;

    /// <summary>Its connection string.</summary>
    public async Task<string> ConnectionAsync() => (azurite ??= await AzuriteProcess.StartAsync()).ConnectionString;

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        if (azurite is not null) await azurite.DisposeAsync();
    }
}

/// <summary>Hosts of cases start one after another.</summary>
[CollectionDefinition("cases")]
public sealed class CaseCollection : ICollectionFixture<CaseStorage>;
