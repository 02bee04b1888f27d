namespace EntCredit.Domain.Objections;

/// <summary>Who objects and how to reach them. Personal: kept outside the chain, never public.</summary>
/// <param name="Name">The citizen's or the organisation's name.</param>
/// <param name="Contact">Telephone or address for the notice.</param>
/// <param name="Grounds">What they hold to be wrong, in their words.</param>
public sealed record Applicant(string Name, string Contact, string Grounds);
