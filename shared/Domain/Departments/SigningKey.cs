using EntCredit.Domain.Calendar;

namespace EntCredit.Domain.Departments;

/// <summary>A public key of a department. It may be known to anybody.</summary>
/// <param name="Id">Its name within the department, which a signature names; ASCII, lower case.</param>
/// <param name="PublicKey">SubjectPublicKeyInfo, DER, base64: ECDSA P-256 or RSA.</param>
/// <param name="From">The first day on which a signature of it holds, Asia/Shanghai.</param>
/// <param name="Until">The last day, or null.</param>
public sealed record SigningKey(string Id, string PublicKey, DateOnly From, DateOnly? Until)
{
    /// <summary>Whether it holds at an instant.</summary>
    public bool HoldsAt(DateTimeOffset at)
    {
        var day = LegalZone.DayOf(at);
        return day >= From && (Until is null || day <= Until);
    }
}
