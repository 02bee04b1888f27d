using System.Globalization;

namespace EntCredit.Domain.Subjects;

/// <summary>居民身份证号 (GB 11643): recognised so that it can be kept out of what others see.</summary>
public static class PersonId
{
    private static ReadOnlySpan<byte> Weights => [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];

    /// <summary>Whether 18 characters are a citizen's number: region, day of birth and ISO 7064 MOD 11-2 check.</summary>
    public static bool IsCitizenNumber(ReadOnlySpan<char> text)
    {
        if (text.Length != 18 || text[0] is < '1' or > '8' || text[..17].ContainsAnyExceptInRange('0', '9')) return false;
        if (!DateOnly.TryParseExact(text.Slice(6, 8), "yyyyMMdd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var born) || born.Year is < 1900 or > 2099)
            return false;
        var sum = 0;
        for (var i = 0; i < 17; i++) sum += (text[i] - '0') * Weights[i];
        return char.ToUpperInvariant(text[17]) == "10X98765432"[sum % 11];
    }

    /// <summary>Where the first citizen's number lies in a text, or -1.</summary>
    public static int IndexIn(ReadOnlySpan<char> text)
    {
        for (var i = 0; i + 18 <= text.Length; i++)
        {
            var next = text[i..].IndexOfAnyInRange('0', '9');
            if (next < 0 || i + next + 18 > text.Length) return -1;
            i += next;
            var alone = (i == 0 || !char.IsAsciiLetterOrDigit(text[i - 1])) && (i + 18 == text.Length || !char.IsAsciiLetterOrDigit(text[i + 18]));
            if (alone && IsCitizenNumber(text.Slice(i, 18))) return i;
        }

        return -1;
    }

    /// <summary>A number with all but its last two characters hidden.</summary>
    public static string Mask(string number) => number.Length <= 2 ? new string('*', number.Length) : new string('*', number.Length - 2) + number[^2..];

    /// <summary>A text in which every citizen's number is masked; the same text where there is none.</summary>
    public static string MaskIn(string text)
    {
        for (var at = IndexIn(text); at >= 0; at = IndexIn(text))
            text = string.Concat(text.AsSpan(0, at), Mask(text.Substring(at, 18)), text.AsSpan(at + 18));
        return text;
    }
}
