using System.Security.Cryptography;
using System.Text.Json;

namespace EntCredit.Cli.Backup;

/// <summary>What a backup holds. Written last: a folder without it is no backup.</summary>
/// <param name="TakenAt">When the backup was complete.</param>
/// <param name="Position">The ledger's last position.</param>
/// <param name="Head">The hash of the event there, hexadecimal.</param>
/// <param name="Files">Every file of it.</param>
internal sealed record Manifest(DateTimeOffset TakenAt, long Position, string Head, IReadOnlyList<ManifestFile> Files)
{
    private const string Name = "manifest.json";
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web) { WriteIndented = true };

    /// <summary>The manifest of what lies in a folder.</summary>
    public static Manifest Of(string folder, string ledger)
    {
        var (position, head) = SqliteCopy.HeadOf(ledger);
        return new Manifest(TimeProvider.System.GetUtcNow(), position, head, [.. FilesIn(folder)]);
    }

    public static Manifest Read(string folder)
    {
        var file = Path.Combine(folder, Name);
        if (!File.Exists(file)) throw new VerbException(CommandLine.BadArguments, $"{folder} 不是完整的备份：没有 {Name}");
        try
        {
            return JsonSerializer.Deserialize<Manifest>(File.ReadAllBytes(file), Json) ?? throw new JsonException();
        }
        catch (JsonException)
        {
            throw new VerbException(CommandLine.Failed, $"{file} 已损坏");
        }
    }

    public void Write(string folder) => File.WriteAllBytes(Path.Combine(folder, Name), JsonSerializer.SerializeToUtf8Bytes(this, Json));

    /// <summary>In what a folder differs from it, in Chinese.</summary>
    public IReadOnlyList<string> Differences(string folder)
    {
        var there = FilesIn(folder).ToDictionary(file => file.Path, StringComparer.Ordinal);
        return
        [
            .. Files.Where(file => !there.ContainsKey(file.Path)).Select(file => $"{file.Path} 缺失"),
            .. Files.Where(file => there.TryGetValue(file.Path, out var found) && found != file).Select(file => $"{file.Path} 与备份时不同"),
            .. there.Keys.Except(Files.Select(file => file.Path)).Select(path => $"{path} 不在备份清单中"),
        ];
    }

    private static IEnumerable<ManifestFile> FilesIn(string folder)
    {
        foreach (var file in Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories).Order(StringComparer.Ordinal))
        {
            var path = Path.GetRelativePath(folder, file);
            if (path == Name) continue;
            using var stream = File.OpenRead(file);
            yield return new ManifestFile(path, stream.Length, Convert.ToHexStringLower(SHA256.HashData(stream)));
        }
    }
}

/// <summary>A file of a backup.</summary>
/// <param name="Path">Within the backup.</param>
/// <param name="Bytes">Its size.</param>
/// <param name="Sha256">Lower-case hexadecimal.</param>
internal sealed record ManifestFile(string Path, long Bytes, string Sha256);
