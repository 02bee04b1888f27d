using System.Security.Cryptography;
using System.Text;

namespace EntCredit.Functions.Uploads;

/// <summary>The names of files that departments upload by a link.</summary>
public static class UploadName
{
    private const int Longest = 120;
    private static readonly string[] Extensions = [".csv", ".tsv", ".txt", ".xlsx", ".xls", ".json", ".jsonl", ".ndjson", ".zip"];

    /// <summary>Whether a name is a file's name alone, not too long, of a format that is taken.</summary>
    public static bool IsUsable(string name) =>
        name.Length is > 0 and <= Longest
        && name == name.Trim()
        && name[0] != '.'
        && name.IsNormalized()
        && !name.Any(c => char.IsControl(c) || char.IsSurrogate(c) || c is '/' or '\\' or '?' or '#' or '%' or ':' or '*' or '"' or '<' or '>' or '|')
        && Extensions.Contains(Path.GetExtension(name), StringComparer.OrdinalIgnoreCase);

    /// <summary>The blob of a file: of its department and item, beside every other of the same name.</summary>
    /// <param name="department">The department.</param>
    /// <param name="item">The item.</param>
    /// <param name="file">The file's name.</param>
    /// <param name="call">What tells this call from every other.</param>
    public static string BlobOf(string department, string item, string file, string call) =>
        $"{department}/{item}/{Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(call)).AsSpan(0, 8))}-{file}";
}
