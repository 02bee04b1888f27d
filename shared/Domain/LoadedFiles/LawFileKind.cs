namespace EntCredit.Domain.LoadedFiles;

/// <summary>Which data file the operator may bring while the system runs, beside the calendar.</summary>
public enum LawFileKind
{
    /// <summary>The departments, their roles and keys.</summary>
    Departments,

    /// <summary>The profile of one jurisdiction.</summary>
    Profile,

    /// <summary>The resource catalogue.</summary>
    Catalogue,
}
