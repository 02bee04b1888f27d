namespace EntCredit.Domain.Jurisdictions;

/// <summary>Whether submissions carry a digital signature (C16).</summary>
public enum SignatureUse
{
    /// <summary>The document does not speak of it.</summary>
    None,

    /// <summary>可采用: they may.</summary>
    Optional,

    /// <summary>They must.</summary>
    Required,
}
