namespace EntCredit.Domain.Jurisdictions;

/// <summary>What stands for the provider's declaration that the secrecy review is done.</summary>
public enum SecrecyDeclaration
{
    /// <summary>Nothing: without a declaration the record is held until one is given.</summary>
    Required,

    /// <summary>Providing it: the record counts as reviewed unless the provider says otherwise.</summary>
    ByDefault,
}
