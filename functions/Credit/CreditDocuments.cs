using EntCredit.Domain.Credit;
using EntCredit.Stores.Views;

namespace EntCredit.Functions.Credit;

/// <summary>What an enterprise's public records come to, and why: every word of it can be read on its page.</summary>
/// <param name="Jurisdiction">Whose scheme.</param>
/// <param name="JurisdictionName">Its name, in Chinese.</param>
/// <param name="Scheme">The scheme's version.</param>
/// <param name="Class">The class's id.</param>
/// <param name="ClassName">What the document calls it.</param>
/// <param name="Source">Where the document names it.</param>
/// <param name="Reasons">Why; none of whom nothing is known.</param>
/// <param name="Measures">What follows.</param>
/// <param name="InspectionWeight">How much likelier than 1 it is drawn for inspection.</param>
public sealed record CreditDocument(
    string Jurisdiction,
    string JurisdictionName,
    string Scheme,
    string Class,
    string ClassName,
    string Source,
    IReadOnlyList<CreditReasonDocument> Reasons,
    IReadOnlyList<CreditMeasureDocument> Measures,
    int InspectionWeight);

/// <summary>A rule that is met.</summary>
/// <param name="Rule">Its id within the scheme.</param>
/// <param name="Text">In Chinese.</param>
/// <param name="Source">Where it stands; 示例 of an example, which is no law.</param>
/// <param name="Records">The records by which it is met.</param>
public sealed record CreditReasonDocument(string Rule, string Text, string Source, IReadOnlyList<string> Records);

/// <summary>What follows from a class.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="Text">In Chinese.</param>
/// <param name="Source">Where it stands.</param>
public sealed record CreditMeasureDocument(MeasureKind Kind, string Text, string Source);

/// <summary>An enterprise's credit as a department reads it.</summary>
/// <param name="Enterprise">Whom it is about.</param>
/// <param name="Credit">What its public records come to.</param>
/// <param name="Warnings">The signals raised, for who supervises; null for others.</param>
public sealed record DepartmentCredit(KnownEnterprise Enterprise, CreditDocument Credit, IReadOnlyList<CreditWarning>? Warnings);

/// <summary>A signal that is raised.</summary>
/// <param name="Signal">Its id within the scheme.</param>
/// <param name="Level">How grave.</param>
/// <param name="Text">In Chinese.</param>
/// <param name="Source">Where it stands; 示例 of an example.</param>
/// <param name="Records">The records by which it is raised.</param>
/// <param name="Since">When that was found; null where it is judged now.</param>
public sealed record CreditWarning(string Signal, SignalLevel Level, string Text, string Source, IReadOnlyList<string> Records, DateTimeOffset? Since);

/// <summary>An enterprise with warnings.</summary>
/// <param name="Enterprise">Whom they are about.</param>
/// <param name="Class">The class as last found, or null where it is the default.</param>
/// <param name="Warnings">The signals raised.</param>
public sealed record WarnedEnterprise(KnownEnterprise Enterprise, string? Class, IReadOnlyList<CreditWarning> Warnings);
