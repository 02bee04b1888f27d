using EntCredit.Domain.Calendar;

namespace EntCredit.Domain.Departments;

/// <summary>A department or another participant. A record follows its provider's jurisdiction.</summary>
/// <param name="Id">ASCII, lower case, e.g. jieshou-housing; it names the folder of its uploads.</param>
/// <param name="Name">In Chinese.</param>
/// <param name="Jurisdiction">The id of its jurisdiction profile.</param>
/// <param name="Level">The level of government that it belongs to.</param>
/// <param name="Region">GB/T 2260, six digits.</param>
/// <param name="Roles">What it is entitled and bound to; at least one.</param>
/// <param name="Keys">Its keys, old and new.</param>
/// <param name="From">The first day on which it exists here.</param>
/// <param name="Until">The last day, or null.</param>
public sealed record Department(
    string Id,
    string Name,
    string Jurisdiction,
    DepartmentLevel Level,
    string Region,
    IReadOnlyList<DepartmentRole> Roles,
    IReadOnlyList<ApiKey> Keys,
    DateOnly From,
    DateOnly? Until)
{
    /// <summary>Its applications in Microsoft Entra ID: object ids of their service principals, or their client ids. Lower-case GUIDs.</summary>
    public IReadOnlyList<string> Entra { get; init; } = [];

    /// <summary>The authorities that it is, by the codes of the catalogues of approvals and measures, e.g. housing: what is for an authority goes to it.</summary>
    public IReadOnlyList<string> Authorities { get; init; } = [];

    /// <summary>Whether it has a system of its own, which is sent messages; else it reads and answers the same things in its inbox.</summary>
    public bool Messages { get; init; }

    /// <summary>The public keys that its signatures are checked with: messages' and submissions' (C16).</summary>
    public IReadOnlyList<SigningKey> SigningKeys { get; init; } = [];

    /// <summary>Whether it has a role.</summary>
    public bool Has(DepartmentRole role) => Roles.Contains(role);

    /// <summary>Whether it exists here at an instant.</summary>
    public bool ExistsAt(DateTimeOffset at)
    {
        DateOnly day = LegalZone.DayOf(at);
        return day >= From && (Until is null || day <= Until);
    }
}
