namespace EntCredit.Domain.Sanctions;

/// <summary>责任人员 whom a sanction restricts beside the enterprise (L7). Personal: kept outside the chain, never public.</summary>
/// <param name="Name">The name.</param>
/// <param name="IdNumber">The identity number.</param>
/// <param name="Post">What they are in the enterprise, e.g. 法定代表人.</param>
public sealed record ResponsiblePerson(string Name, string IdNumber, string Post);
