namespace EntCredit.Domain.Objections;

/// <summary>How an error that an objection showed is mended.</summary>
public enum Remedy
{
    /// <summary>更正: the corrected content is shown.</summary>
    Correction,

    /// <summary>撤下: the information is shown no more.</summary>
    Removal,
}
