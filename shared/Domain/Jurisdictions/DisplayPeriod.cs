using EntCredit.Domain.Calendar;

namespace EntCredit.Domain.Jurisdictions;

/// <summary>How long something is displayed (A27): a setting, since the five documents are silent.</summary>
/// <param name="Kinds">The kinds of information.</param>
/// <param name="AtLeast">The shortest display, or null.</param>
/// <param name="AtMost">The longest display.</param>
/// <param name="Source">The article.</param>
public sealed record DisplayPeriod(Kinds Kinds, Term? AtLeast, Term AtMost, Citation Source);
