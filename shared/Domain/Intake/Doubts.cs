using EntCredit.Domain.Subjects;

namespace EntCredit.Domain.Intake;

/// <summary>Values that look as if columns were shifted. Only ever a doubt.</summary>
internal static class Doubts
{
    private const int LeastGuid = 32;

    /// <summary>Whether a name is a number, a code or a day, or has a question mark where an export lost a character.</summary>
    public static bool NameIsDoubtful(string text) => !HasLetter(text) || text.Contains('?') || CreditCode.IsValid(text) || IsDay(text);

    /// <summary>Whether an authority is a number, a code, a day, a UUID or a document number.</summary>
    public static bool AuthorityIsDoubtful(string text) =>
        NameIsDoubtful(text) || text.Length >= LeastGuid && Guid.TryParse(text, out _) || text.EndsWith('号') && text.Any(char.IsAsciiDigit);

    private static bool HasLetter(string text)
    {
        foreach (var c in text)
            if (char.IsLetter(c)) return true;
        return false;
    }

    private static bool IsDay(string text) => char.IsDigit(text[0]) && DateText.Read(text).Day is not null;
}
