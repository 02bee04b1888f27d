namespace EntCredit.Domain.Subjects;

/// <summary>统一社会信用代码 (GB 32100-2015): 18 characters of 31 symbols, the last one a check character.</summary>
public static class CreditCode
{
    /// <summary>The 31 symbols in the order of their values; I, O, S, V and Z are not among them.</summary>
    public const string Alphabet = "0123456789ABCDEFGHJKLMNPQRTUWXY";

    /// <summary>The length of a code.</summary>
    public const int Length = 18;

    private static ReadOnlySpan<byte> Weights => [1, 3, 9, 27, 19, 26, 16, 17, 20, 29, 25, 13, 8, 24, 10, 30, 28];

    private const byte None = byte.MaxValue;

    private static readonly byte[] Values = [.. Enumerable.Range(0, 128).Select(c => Alphabet.IndexOf((char)c, StringComparison.Ordinal) is >= 0 and var value ? (byte)value : None)];

    private static ReadOnlySpan<byte> InnerWeights => [3, 7, 9, 10, 5, 8, 4, 2];

    /// <summary>The check character of the first 17 characters, or null where one of them is no symbol of the alphabet.</summary>
    public static char? CheckCharacter(ReadOnlySpan<char> body)
    {
        if (body.Length < Length - 1) return null;
        var sum = 0;
        for (var i = 0; i < Length - 1; i++)
        {
            var value = body[i] < Values.Length ? Values[body[i]] : None;
            if (value == None) return null;
            sum += value * Weights[i];
        }

        return Alphabet[(31 - sum % 31) % 31];
    }

    /// <summary>Whether a code, written as the standard has it, is valid: length, symbols and check character.</summary>
    public static bool IsValid(ReadOnlySpan<char> code) => code.Length == Length && CheckCharacter(code) == code[17];

    /// <summary>
    /// Whether characters 9 to 17 carry the check character of GB 11714. Published codes exist that do not, so that a mismatch is only a doubt.
    /// </summary>
    public static bool InnerCheckHolds(ReadOnlySpan<char> code)
    {
        var sum = 0;
        for (var i = 0; i < 8; i++)
        {
            var c = code[8 + i];
            sum += (char.IsAsciiDigit(c) ? c - '0' : c - 'A' + 10) * InnerWeights[i];
        }

        var check = 11 - sum % 11;
        return code[16] == (check == 10 ? 'X' : check == 11 ? '0' : (char)('0' + check));
    }

    /// <summary>
    /// Whether the first two characters are of the standard's table (its amendment adds more, and real codes carry others): a doubt, no fault.
    /// </summary>
    public static bool KnownPrefix(ReadOnlySpan<char> code) => code[0] switch
    {
        '1' => code[1] is '1' or '2' or '3' or '9',
        '5' => code[1] is '1' or '2' or '3' or '9',
        '9' => code[1] is '1' or '2' or '3',
        'Y' => code[1] == '1',
        _ => false,
    };

    /// <summary>Reads what a clerk typed. O for 0 and I for 1 are never guessed: they are a fault with a suggestion.</summary>
    /// <param name="text">The cell, trimmed, not empty.</param>
    public static CreditCodeReading Read(string text)
    {
        var code = IdentifierText.Normalize(text);
        var mended = !string.Equals(code, text, StringComparison.Ordinal);
        if (code.Length != Length) return new(code, CreditCodeFault.Length, mended, null);
        if (CheckCharacter(code) is { } check && Alphabet.Contains(code[17]))
            return check == code[17]
                ? new(code, CreditCodeFault.None, mended, null)
                : new(code, CreditCodeFault.CheckCharacter, mended, null);

        var likely = code.Replace('O', '0').Replace('I', '1').Replace('S', '5').Replace('Z', '2');
        return new(code, CreditCodeFault.Symbol, mended, IsValid(likely) ? likely : null);
    }
}
