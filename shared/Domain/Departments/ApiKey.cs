using EntCredit.Domain.Calendar;

namespace EntCredit.Domain.Departments;

/// <summary>A key by which a department's system presents itself. The key itself is nowhere kept.</summary>
/// <param name="Hash">SHA-256 of the key's UTF-8 bytes, 64 lower-case hexadecimal digits.</param>
/// <param name="From">The first day on which it holds, in Asia/Shanghai.</param>
/// <param name="Until">The last day on which it holds, to its end, or null.</param>
/// <param name="Label">What it is for, in Chinese.</param>
public sealed record ApiKey(string Hash, DateOnly From, DateOnly? Until, string Label)
{
    /// <summary>Whether it holds at an instant.</summary>
    public bool HoldsAt(DateTimeOffset at)
    {
        DateOnly day = LegalZone.DayOf(at);
        return day >= From && (Until is null || day <= Until);
    }

    /// <summary>The label only: the hash belongs in no log.</summary>
    public override string ToString() => $"ApiKey {Label}";
}
