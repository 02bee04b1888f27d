namespace EntCredit.Domain.Inspections;

/// <summary>An inspector of a roster, without a name: the code alone goes into draws.</summary>
/// <param name="Code">The code in the roster.</param>
/// <param name="Avoids">The numbers of enterprises that this inspector is not to inspect (回避), in order; the reason is not kept.</param>
public sealed record RosterInspector(string Code, IReadOnlyList<string> Avoids);
