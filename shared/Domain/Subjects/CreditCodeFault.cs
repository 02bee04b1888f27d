namespace EntCredit.Domain.Subjects;

/// <summary>What makes a text no unified social credit code.</summary>
public enum CreditCodeFault
{
    /// <summary>Nothing: it is valid.</summary>
    None,

    /// <summary>It has not 18 characters.</summary>
    Length,

    /// <summary>It has a character outside the alphabet.</summary>
    Symbol,

    /// <summary>Its last character is not the check character of the rest.</summary>
    CheckCharacter,
}
