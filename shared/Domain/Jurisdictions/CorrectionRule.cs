using EntCredit.Domain.Departments;

namespace EntCredit.Domain.Jurisdictions;

/// <summary>更正: who mends an error and how it is asked for (T15, P9, P11). The period, where there is one, is <see cref="ClockKind.ErrorCorrection"/>.</summary>
/// <param name="CarriedOutBy">The role that mends what is shown.</param>
/// <param name="InWriting">Whether the provider must ask in writing.</param>
/// <param name="ReportStartsAt">What starts the period after a report by the public.</param>
/// <param name="Source">The article; inferred where the document is silent.</param>
public sealed record CorrectionRule(DepartmentRole CarriedOutBy, bool InWriting, CorrectionStart ReportStartsAt, Citation Source);
