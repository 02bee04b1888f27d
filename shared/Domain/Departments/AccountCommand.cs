namespace EntCredit.Domain.Departments;

/// <summary>What may be asked of an application for an account. Each carries the legal instant at which it happens.</summary>
public abstract record AccountCommand(DateTimeOffset At)
{
    /// <summary>Apply.</summary>
    /// <param name="At">When.</param>
    /// <param name="Jurisdiction">Whose platform.</param>
    /// <param name="Name">The applicant's name.</param>
    /// <param name="Level">The applicant's level.</param>
    /// <param name="Role">What it wants to take part as.</param>
    /// <param name="Purpose">What the account is for.</param>
    /// <param name="Contact">Who answers for it.</param>
    /// <param name="SecretSha256">By which it is known again.</param>
    public sealed record Apply(
        DateTimeOffset At, string Jurisdiction, string Name, DepartmentLevel Level, DepartmentRole Role, string Purpose, AccountContact Contact, string SecretSha256)
        : AccountCommand(At);

    /// <summary>Issue the account to a department of the departments file.</summary>
    /// <param name="At">When.</param>
    /// <param name="By">Who issues it.</param>
    /// <param name="Department">The department.</param>
    /// <param name="Until">The last day of its key.</param>
    /// <param name="Now">The instant by which keys live: machine time.</param>
    public sealed record Issue(DateTimeOffset At, string By, string Department, DateOnly Until, DateTimeOffset Now) : AccountCommand(At);

    /// <summary>Refuse it.</summary>
    public sealed record Refuse(DateTimeOffset At, string By, string Reason) : AccountCommand(At);

    /// <summary>Write down that the key was shown.</summary>
    public sealed record TakeKey(DateTimeOffset At, string Key) : AccountCommand(At);
}
