namespace EntCredit.Domain.Subjects;

/// <summary>工商注册号 (GS 15-2006): 15 digits, the last one by ISO 7064 MOD 11,10. Older forms exist and cannot be verified.</summary>
public static class RegistrationNumber
{
    /// <summary>The length of a number by GS 15-2006.</summary>
    public const int Length = 15;

    /// <summary>The check digit of 14 digits.</summary>
    public static char CheckDigit(ReadOnlySpan<char> fourteenDigits)
    {
        var product = 10;
        foreach (var c in fourteenDigits[..14])
        {
            var sum = (product + (c - '0')) % 10;
            product = (sum == 0 ? 10 : sum) * 2 % 11;
        }

        return (char)('0' + (11 - product) % 10);
    }

    /// <summary>Whether a text is a 15-digit number with a right check digit.</summary>
    public static bool IsValid(ReadOnlySpan<char> number) =>
        number.Length == Length && !number.ContainsAnyExceptInRange('0', '9') && CheckDigit(number) == number[14];

    /// <summary>The valid number that was probably meant where O was typed for 0 or I for 1, or null. Never taken without the provider's word.</summary>
    public static string? Suggestion(string number)
    {
        var likely = number.Replace('O', '0').Replace('I', '1').Replace('L', '1');
        return likely != number && IsValid(likely) ? likely : null;
    }

    /// <summary>Reads what a clerk typed.</summary>
    /// <param name="text">The cell, trimmed, not empty.</param>
    public static RegistrationNumberReading Read(string text)
    {
        var number = IdentifierText.Normalize(text);
        var mended = !string.Equals(number, text, StringComparison.Ordinal);
        var digits = !number.AsSpan().ContainsAnyExceptInRange('0', '9');
        if (digits && number.Length == Length)
            return new(number, IsValid(number) ? RegistrationNumberKind.Verified : RegistrationNumberKind.WrongCheckDigit, mended);
        if (digits && number.Length == 13) return new(number, RegistrationNumberKind.Unverified, mended);
        // "企合苏锡总字第0001" and its like: numbers of foreign-invested enterprises before 2007.
        if (number.Length is >= 5 and <= 40 && number.Contains("字第", StringComparison.Ordinal) && char.IsAsciiDigit(number.TrimEnd('号')[^1]))
            return new(number, RegistrationNumberKind.Unverified, mended);
        return new(number, RegistrationNumberKind.None, mended);
    }
}
