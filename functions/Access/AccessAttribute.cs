using EntCredit.Domain.Departments;

namespace EntCredit.Functions.Access;

/// <summary>
/// Which departments may call an HTTP function, and how far that goes. Several add up: a caller has the farthest reach of its roles.
/// A function without this and without <see cref="PublicAttribute"/> is closed to everybody.
/// </summary>
/// <param name="reach">How far.</param>
/// <param name="roles">The roles that it holds for; none means every department.</param>
[AttributeUsage(AttributeTargets.Method, AllowMultiple = true)]
public sealed class AccessAttribute(Reach reach, params DepartmentRole[] roles) : Attribute
{
    /// <summary>How far.</summary>
    public Reach Reach { get; } = reach;

    /// <summary>The roles that it holds for; none means every department.</summary>
    public IReadOnlyList<DepartmentRole> Roles { get; } = roles;
}
