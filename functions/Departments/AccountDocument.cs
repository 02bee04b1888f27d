using EntCredit.Domain.Departments;
using EntCredit.Functions.Cases;

namespace EntCredit.Functions.Departments;

/// <summary>An application that was handed in.</summary>
/// <param name="Id">Its number.</param>
/// <param name="Secret">By which its state is asked for; shown this once.</param>
/// <param name="Status">Where that is.</param>
public sealed record LodgedAccount(string Id, string Secret, string Status);

/// <summary>An application as its applicant follows it.</summary>
/// <param name="Id">Its number.</param>
/// <param name="Phase">Where it stands.</param>
/// <param name="With">Who answers it.</param>
/// <param name="AppliedAt">When it was handed in.</param>
/// <param name="Reason">Why it was refused, or null.</param>
/// <param name="Department">The department that the account is for, or null.</param>
/// <param name="Until">The last day of its key, or null.</param>
public sealed record OwnAccountDocument(
    string Id, AccountPhase Phase, DepartmentDocument With, DateTimeOffset AppliedAt, string? Reason, DepartmentDocument? Department, DateOnly? Until);

/// <summary>An application as who answers it reads it.</summary>
/// <param name="Id">Its number.</param>
/// <param name="Phase">Where it stands.</param>
/// <param name="With">Who answers it.</param>
/// <param name="Name">The applicant's name.</param>
/// <param name="Level">Its level.</param>
/// <param name="Role">What it wants to take part as.</param>
/// <param name="Purpose">What the account is for.</param>
/// <param name="AppliedAt">When it was handed in.</param>
/// <param name="AnsweredAt">When it was answered, or null.</param>
/// <param name="Reason">Why it was refused, or null.</param>
/// <param name="Department">The department that the account is for, or null.</param>
/// <param name="Until">The last day of its key, or null.</param>
/// <param name="Key">The name of the key that was shown, or null.</param>
/// <param name="Contact">Who answers for it; for who answers the application alone.</param>
/// <param name="Version">The version of this document: its ETag.</param>
public sealed record AccountDocument(
    string Id,
    AccountPhase Phase,
    DepartmentDocument With,
    string Name,
    DepartmentLevel Level,
    DepartmentRole Role,
    string Purpose,
    DateTimeOffset AppliedAt,
    DateTimeOffset? AnsweredAt,
    string? Reason,
    DepartmentDocument? Department,
    DateOnly? Until,
    string? Key,
    AccountContact? Contact,
    long Version);
