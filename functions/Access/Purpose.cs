using System.Text.RegularExpressions;
using EntCredit.Domain.Subjects;
using Microsoft.AspNetCore.Http;

namespace EntCredit.Functions.Access;

/// <summary>
/// What an access is for, as the caller says in <see cref="Header"/>. Use is limited to administration (界政办〔2020〕5号 五(八)): the purpose is written
/// down with every access, and must be given for what is another jurisdiction's.
/// </summary>
public static partial class Purpose
{
    /// <summary>The header; Chinese is percent-encoded UTF-8.</summary>
    public const string Header = "X-Purpose";

    /// <summary>The most characters.</summary>
    public const int MostCharacters = 200;

    /// <summary>Reads it. False where it is illegible; null where there is none. A citizen's number in it is masked.</summary>
    public static bool TryRead(HttpRequest request, out string? purpose)
    {
        purpose = null;
        var given = request.Headers[Header];
        if (given.Count == 0) return true;
        if (given is not [{ } text]) return false;
        var read = Uri.UnescapeDataString(text).Trim();
        if (read.Length is 0 or > MostCharacters || read.Any(char.IsControl) || Undecoded().IsMatch(read)) return false;
        purpose = PersonId.MaskIn(read);
        return true;
    }

    // Bytes that are no UTF-8 are left as they were.
    [GeneratedRegex("%[0-9A-Fa-f]{2}")]
    private static partial Regex Undecoded();
}
