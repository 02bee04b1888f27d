using EntCredit.EndToEnd.Tests.Running;

namespace EntCredit.EndToEnd.Tests.Operator;

/// <summary>One running system for the operator's verbs.</summary>
public sealed class OperatorFixture : IAsyncLifetime
{
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("entcredit-operator-");
    private OperatorTown? town;

    internal OperatorTown Town => town!;

    internal Doors Doors => Town.Doors;

    /// <inheritdoc/>
    public async ValueTask InitializeAsync()
    {
        town = await OperatorTown.StartAsync(folder.FullName);
        await Doors.UploadRegisterAsync();
    }

    /// <summary>A file with a text.</summary>
    internal string FileOf(string name, string text)
    {
        var path = Path.Combine(folder.FullName, name);
        File.WriteAllText(path, text);
        return path;
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        if (town is not null) await town.DisposeAsync();
        folder.Delete(recursive: true);
    }
}
