using System.Text.Json.Serialization;
using EntCredit.Domain.Events;

namespace EntCredit.Domain.Departments;

/// <summary>A fact about an application for an account (C14). None of them holds the applicant's secret or a key.</summary>
public abstract record AccountEvent(DateTimeOffset At) : DomainEvent(At)
{
    /// <summary>It was handed in.</summary>
    /// <param name="At">The legal instant.</param>
    /// <param name="Jurisdiction">Whose platform.</param>
    /// <param name="With">The department of the same level that answers it.</param>
    /// <param name="Name">The applicant's name, in Chinese.</param>
    /// <param name="Level">The applicant's level.</param>
    /// <param name="Role">What it wants to take part as.</param>
    /// <param name="Purpose">What the account is for, in Chinese.</param>
    /// <param name="SecretSha256">By which the applicant is known again, lower-case hex.</param>
    [EventName("account.applied")]
    public sealed record Applied(
        DateTimeOffset At, string Jurisdiction, string With, string Name, DepartmentLevel Level, DepartmentRole Role, string Purpose, string SecretSha256)
        : AccountEvent(At), IOfJurisdiction
    {
        /// <summary>Who answers for it.</summary>
        [Personal, JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
        public AccountContact? Contact { get; init; }
    }

    /// <summary>It was refused.</summary>
    [EventName("account.refused")]
    public sealed record Refused(DateTimeOffset At, string By, string Reason) : AccountEvent(At);

    /// <summary>The account was issued: the applicant is this department, and may fetch a key.</summary>
    /// <param name="At">The legal instant.</param>
    /// <param name="By">Who issued it.</param>
    /// <param name="Department">The department of the departments file.</param>
    /// <param name="Until">The last day of its key.</param>
    [EventName("account.issued")]
    public sealed record Issued(DateTimeOffset At, string By, string Department, DateOnly Until) : AccountEvent(At);

    /// <summary>The key was shown to the applicant, this once.</summary>
    /// <param name="At">The legal instant.</param>
    /// <param name="Key">The name of the key.</param>
    [EventName("account.key-taken")]
    public sealed record KeyTaken(DateTimeOffset At, string Key) : AccountEvent(At);
}
