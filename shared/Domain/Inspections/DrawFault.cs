namespace EntCredit.Domain.Inspections;

/// <summary>Why nothing can be drawn, or what is wrong with a draw.</summary>
public enum DrawFault
{
    /// <summary>Not written as a draw is, or by another method.</summary>
    Format,

    /// <summary>No enterprise, or nobody to draw.</summary>
    Nobody,

    /// <summary>Fewer enterprises than are to be drawn.</summary>
    TooFewSubjects,

    /// <summary>For some enterprise a department has too few inspectors without a conflict.</summary>
    TooFewInspectors,

    /// <summary>Something stands in the lists twice, weighs nothing, or belongs to nobody who takes part.</summary>
    Lists,

    /// <summary>The seed was not published yet.</summary>
    NotDrawn,

    /// <summary>The seed is not the one committed to.</summary>
    Seed,

    /// <summary>The lists are not the ones committed to.</summary>
    ListsDigest,

    /// <summary>The day's root is of a day before the commitment.</summary>
    Beacon,

    /// <summary>Seed, root and lists draw something else.</summary>
    Result,
}
