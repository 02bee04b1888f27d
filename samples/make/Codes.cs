using EntCredit.Domain.Subjects;

namespace EntCredit.Samples;

/// <summary>Codes with right check characters in the division 349999, which GB/T 2260 does not assign: they can belong to nobody.</summary>
internal static class Codes
{
    private const string Division = "349999";

    /// <summary>The credit code of the n-th invented enterprise.</summary>
    public static string Credit(int n, string prefix = "91", bool innerRight = true)
    {
        foreach (var inner in "0123456789X")
        {
            var body = $"{prefix}{Division}MA2N{n:0000}{inner}";
            if (CreditCode.InnerCheckHolds(body + "0") == innerRight) return body + CreditCode.CheckCharacter(body);
        }

        throw new InvalidOperationException("No inner check character fits.");
    }

    /// <summary>The registration number of the n-th invented enterprise.</summary>
    public static string Registration(int n)
    {
        var body = $"{Division}{n:00000000}";
        return body + RegistrationNumber.CheckDigit(body);
    }

    /// <summary>The number of a citizen of no division at all.</summary>
    public static string Citizen(string sevenDigitsAfterYear = "0307123")
    {
        foreach (var check in "0123456789X")
        {
            var number = $"{Division}1990{sevenDigitsAfterYear}{check}";
            if (PersonId.IsCitizenNumber(number)) return number;
        }

        throw new InvalidOperationException("No check character fits.");
    }
}
