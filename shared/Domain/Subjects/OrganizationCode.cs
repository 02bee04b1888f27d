namespace EntCredit.Domain.Subjects;

/// <summary>组织机构代码 (GB 11714): eight characters and a check character; later the ninth to seventeenth of a unified social credit code.</summary>
public static class OrganizationCode
{
    /// <summary>The length of a code.</summary>
    public const int Length = 9;

    // Where it lies in a unified social credit code.
    private const int Within = 8;

    /// <summary>The code that a clerk typed, without its dash, or null where it is none.</summary>
    public static string? Read(string text)
    {
        var code = IdentifierText.Normalize(text);
        if (code.Length != Length || !code.All(char.IsAsciiLetterOrDigit) || !code.Any(char.IsAsciiDigit)) return null;
        return CreditCode.InnerCheckHolds(string.Concat(new string('0', Within), code)) ? code : null;
    }

    /// <summary>The organisation code that a valid credit code holds.</summary>
    public static string Of(string creditCode) => creditCode.Substring(Within, Length);
}
