using EntCredit.EndToEnd.Tests.Running;

namespace EntCredit.EndToEnd.Tests;

/// <summary>One running host with the sample register public, for tests that use their own files and disturb nobody.</summary>
public sealed class TownFixture : IAsyncLifetime
{
    private Town? town;

    internal Town Town => town!;

    internal Doors Doors => Town.Doors;

    /// <inheritdoc/>
    public async ValueTask InitializeAsync()
    {
        town = await Town.StartAsync();
        await Doors.UploadRegisterAsync();
    }

    /// <inheritdoc/>
    public ValueTask DisposeAsync() => town?.DisposeAsync() ?? ValueTask.CompletedTask;
}

/// <summary>The classes that share it.</summary>
[CollectionDefinition(Name)]
#pragma warning disable CA1711, CA1515 // xUnit finds the definition by its attribute, on a public class.
public sealed class TownCollection : ICollectionFixture<TownFixture>
#pragma warning restore CA1711, CA1515
{
    public const string Name = "Town";
}
