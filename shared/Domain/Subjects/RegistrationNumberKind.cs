namespace EntCredit.Domain.Subjects;

/// <summary>What a text in the place of a registration number is.</summary>
public enum RegistrationNumberKind
{
    /// <summary>15 digits with a right check digit.</summary>
    Verified,

    /// <summary>15 digits with a wrong check digit.</summary>
    WrongCheckDigit,

    /// <summary>A form from before GS 15-2006 (13 digits, 字第…号) that carries no check digit.</summary>
    Unverified,

    /// <summary>No registration number at all.</summary>
    None,
}
