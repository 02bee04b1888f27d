using System.Globalization;
using System.Text.Json;

namespace EntCredit.LocalRuntime.Clocks;

/// <summary>Keeps how far legal time is ahead of machine time, in <c>clock.json</c> of the state folder.</summary>
/// <param name="folder">The state folder; made when first written to.</param>
public sealed class ClockFile(string folder)
{
    private readonly string _path = Path.Combine(folder, "clock.json");

    /// <summary>Whether a clock was ever kept here.</summary>
    public bool Exists => File.Exists(_path);

    /// <summary>The offset, or null where none was kept.</summary>
    /// <exception cref="InvalidDataException">The file is damaged.</exception>
    public TimeSpan? Read()
    {
        if (!Exists)
            return null;
        try
        {
            using JsonDocument document = JsonDocument.Parse(File.ReadAllBytes(_path));
            return TimeSpan.ParseExact(document.RootElement.GetProperty("offset").GetString()!, "c", CultureInfo.InvariantCulture);
        }
        catch (Exception e) when (e is JsonException or FormatException or KeyNotFoundException or InvalidOperationException)
        {
            throw new InvalidDataException($"{_path} is damaged: legal time is not known.", e);
        }
    }

    /// <summary>Keeps the offset; on return it is on disk, whole.</summary>
    public void Write(TimeSpan offset)
    {
        Directory.CreateDirectory(folder);
        string next = _path + ".next";
        using (var file = new FileStream(next, FileMode.Create, FileAccess.Write))
        {
            JsonSerializer.Serialize(file, new Dictionary<string, string> { ["offset"] = offset.ToString("c", CultureInfo.InvariantCulture) });
            file.Flush(flushToDisk: true);
        }
        File.Move(next, _path, overwrite: true);
    }
}
