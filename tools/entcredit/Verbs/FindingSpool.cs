using System.Text.Json;
using EntCredit.Domain.Intake;
using EntCredit.Stores.Files;

namespace EntCredit.Cli.Verbs;

/// <summary>Findings on the disk: a file with a million faults needs no memory for them.</summary>
internal sealed class FindingSpool : IAsyncDisposable
{
    private readonly FileStream file = TemporaryFile.Create();

    /// <summary>How many of them are warnings.</summary>
    public long Warnings { get; private set; }

    /// <summary>Keeps one.</summary>
    public void Add(Finding finding)
    {
        if (finding.Severity == Severity.Warning) Warnings++;
        JsonSerializer.Serialize(file, finding);
        file.WriteByte((byte)'\n');
    }

    /// <summary>Forgets all.</summary>
    public void Clear()
    {
        file.SetLength(0);
        Warnings = 0;
    }

    /// <summary>All of them, in the order in which they came.</summary>
    public async IAsyncEnumerable<Finding> ReadAsync()
    {
        await file.FlushAsync();
        file.Position = 0;
        using var reader = new StreamReader(file, leaveOpen: true);
        while (await reader.ReadLineAsync() is { } line) yield return JsonSerializer.Deserialize<Finding>(line)!;
    }

    /// <inheritdoc/>
    public ValueTask DisposeAsync() => file.DisposeAsync();
}
