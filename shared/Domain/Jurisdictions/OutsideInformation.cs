namespace EntCredit.Domain.Jurisdictions;

/// <summary>Information about local enterprises that arose outside the jurisdiction (C6, A32).</summary>
/// <param name="StartsAtReceipt">True where the collection clock starts when the local authority receives it.</param>
/// <param name="Source">The article.</param>
public sealed record OutsideInformation(bool StartsAtReceipt, Citation Source);
