using EntCredit.Domain.Subjects;

namespace EntCredit.Simulator.Tests.Play;

/// <summary>Invented enterprises: right check characters in the division 349999, which GB/T 2260 does not assign.</summary>
internal static class Enterprises
{
    private const string Digits = "零一二三四五六七八九";

    /// <summary>The n-th of them, 0 to 9999.</summary>
    public static Enterprise Number(int n)
    {
        var name = $"样{string.Concat($"{n:0000}".Select(digit => Digits[digit - '0']))}商贸有限公司";
        foreach (var inner in "0123456789X")
        {
            var body = $"91349999MA2P{n:0000}{inner}";
            if (CreditCode.InnerCheckHolds(body + "0")) return new Enterprise(name, body + CreditCode.CheckCharacter(body));
        }

        throw new InvalidOperationException("No inner check character fits.");
    }
}
