using EntCredit.Domain.Subjects;

namespace EntCredit.Domain.Intake;

/// <summary>Values that look as if columns were shifted. Only ever a doubt.</summary>
internal static class Doubts
{
    /// <summary>Whether a name is a number, a code or a day.</summary>
    public static bool NameIsDoubtful(string text) => !text.Any(char.IsLetter) || CreditCode.IsValid(text) || IsDay(text);

    /// <summary>Whether an authority is a number, a code, a day, a UUID or a document number.</summary>
    public static bool AuthorityIsDoubtful(string text) =>
        NameIsDoubtful(text) || Guid.TryParse(text, out _) || text.EndsWith('号') && text.Any(char.IsAsciiDigit);

    private static bool IsDay(string text) => char.IsDigit(text[0]) && DateText.Read(text).Day is not null;
}
