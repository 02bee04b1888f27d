namespace EntCredit.Domain.Departments;

/// <summary>Who answers for an application. Kept apart from the chain; for who answers it alone.</summary>
/// <param name="Name">The person in charge.</param>
/// <param name="Phone">Where it is reached.</param>
public sealed record AccountContact(string Name, string Phone);
