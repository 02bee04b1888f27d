using EntCredit.Domain.Departments;

namespace EntCredit.Functions.Access;

/// <summary>The department that calls, and how far this call of it goes.</summary>
/// <param name="Department">Who calls.</param>
/// <param name="Reach">How far.</param>
public sealed record Caller(Department Department, Reach Reach)
{
    /// <summary>The department's id.</summary>
    public string Id => Department.Id;

    /// <summary>Whether the department has a role.</summary>
    public bool Has(DepartmentRole role) => Department.Has(role);

    /// <summary>Whether the call goes as far as something of a department in a jurisdiction.</summary>
    public bool Reaches(string department, string jurisdiction) => Reach switch
    {
        Reach.Everything => true,
        Reach.Jurisdiction => jurisdiction == Department.Jurisdiction || department == Id,
        Reach.Own => department == Id,
        _ => false,
    };
}
