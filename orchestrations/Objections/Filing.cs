using EntCredit.Domain.Departments;
using EntCredit.Domain.Errors;
using EntCredit.Domain.Objections;

namespace EntCredit.Orchestrations.Objections;

/// <summary>An objection as it is handed in.</summary>
/// <param name="Record">The record objected to.</param>
/// <param name="Applicant">Who objects, and why.</param>
/// <param name="Evidence">The files that prove it.</param>
/// <param name="With">The department at whose counter it is handed in, or null.</param>
/// <param name="WithRole">Where there is no counter, the role of the department that is to take it; null for the first that the document names.</param>
/// <param name="WithSecret">Whether the applicant is given a secret by which to read the case.</param>
public sealed record Filing(
    string Record, Applicant Applicant, IReadOnlyList<EvidenceFile> Evidence, string? With, DepartmentRole? WithRole, bool WithSecret);

/// <summary>A file of evidence.</summary>
/// <param name="MediaType">What its content is, as its bytes say.</param>
/// <param name="Sha256">Their digest, hex.</param>
/// <param name="Bytes">Its bytes.</param>
public sealed record EvidenceFile(string MediaType, string Sha256, BinaryData Bytes);

/// <summary>What became of it.</summary>
/// <param name="Case">The case's number, or null where it was not taken.</param>
/// <param name="Secret">The secret, told once; or null.</param>
/// <param name="Error">Why it was not taken, or null.</param>
public sealed record FilingAnswer(string? Case, string? Secret, ErrorDefinition? Error);
