namespace EntCredit.Stores.Views;

/// <summary>The kinds of cases about a record.</summary>
public enum CaseKind
{
    /// <summary>异议.</summary>
    Objection = 1,

    /// <summary>更正.</summary>
    Correction = 2,
}
