using System.Text.Json.Serialization;
using EntCredit.Domain.Departments;
using EntCredit.Functions.Cases;

namespace EntCredit.Functions.Departments;

/// <summary>An application for an account.</summary>
/// <param name="Jurisdiction">The id of the platform's profile, e.g. hunan.</param>
/// <param name="Name">The applicant's name, in Chinese.</param>
/// <param name="Level">Its level.</param>
/// <param name="Role">What it wants to take part as.</param>
/// <param name="Purpose">What the account is for, in Chinese; the key's label.</param>
/// <param name="ContactName">The person in charge.</param>
/// <param name="ContactPhone">Where that person is reached.</param>
public sealed record AccountBody(
    string Jurisdiction, string Name, DepartmentLevel Level, DepartmentRole Role, string Purpose, string ContactName, string ContactPhone) : ICaseBody
{
    /// <inheritdoc/>
    [JsonIgnore]
    public string? Fault => !CaseText.IsShort(Jurisdiction) ? "jurisdiction"
        : !CaseText.IsShort(Name) ? "name"
        : !Enum.IsDefined(Level) ? "level"
        : !Enum.IsDefined(Role) ? "role"
        : !CaseText.IsShort(Purpose) || Purpose.Trim().Length > KeyRequest.MostCharacters ? $"purpose（最多{KeyRequest.MostCharacters}字）"
        : !CaseText.IsShort(ContactName) ? "contactName"
        : !CaseText.IsShort(ContactPhone) ? "contactPhone"
        : null;
}

/// <summary>An account that is issued.</summary>
/// <param name="Department">The applicant's id in the departments file.</param>
/// <param name="Until">The last day of its key; a year later where nothing is said.</param>
public sealed record IssueAccountBody(string Department, DateOnly? Until = null) : ICaseBody
{
    /// <inheritdoc/>
    [JsonIgnore]
    public string? Fault => CaseText.IsShort(Department) ? null : "department";
}
