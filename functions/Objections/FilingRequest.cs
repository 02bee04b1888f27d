namespace EntCredit.Functions.Objections;

/// <summary>An objection as it is handed in; a form brings the same names, and its files beside them.</summary>
/// <param name="Record">The record that is objected to.</param>
/// <param name="Name">Who objects.</param>
/// <param name="Contact">How to reach whoever objects.</param>
/// <param name="Grounds">Why, in Chinese.</param>
/// <param name="With">The role of the department that is to take it, or null.</param>
/// <param name="Evidence">Files that prove it, at most 5.</param>
public sealed record FilingRequest(
    string? Record = null, string? Name = null, string? Contact = null, string? Grounds = null, string? With = null, IReadOnlyList<FilingFile>? Evidence = null);

/// <summary>A file of evidence: PDF, JPEG or PNG, at most 5 MB.</summary>
/// <param name="Content">Its bytes in base64.</param>
public sealed record FilingFile(string Content);
