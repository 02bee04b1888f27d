using System.Collections.Concurrent;
using EntCredit.Domain.Departments;

namespace EntCredit.Functions.Access;

/// <summary>The department that calls, and how far this call of it goes.</summary>
/// <param name="Department">Who calls.</param>
/// <param name="Reach">How far.</param>
public sealed record Caller(Department Department, Reach Reach)
{
    private const string National = "national";

    private readonly ConcurrentDictionary<string, bool> owners = new(StringComparer.Ordinal);

    /// <summary>The department's id.</summary>
    public string Id => Department.Id;

    /// <summary>What the call is for, as the caller says, or null.</summary>
    public string? Purpose { get; init; }

    /// <summary>Whose things the call reached beyond the caller's own, <c>department@jurisdiction</c>.</summary>
    internal IReadOnlyCollection<string> Owners => [.. owners.Keys.Order(StringComparer.Ordinal)];

    /// <summary>Whether the department has a role.</summary>
    public bool Has(DepartmentRole role) => Department.Has(role);

    /// <summary>Whether the call goes as far as something of a department in a jurisdiction. What it reached is written to the audit trail.</summary>
    /// <exception cref="PurposeMissingException">It does, into another jurisdiction, and the caller did not say what for.</exception>
    public bool Reaches(string department, string jurisdiction)
    {
        var reached = Reach switch
        {
            Reach.Everything => true,
            Reach.Jurisdiction => jurisdiction == Department.Jurisdiction || department == Id,
            Reach.Own => department == Id,
            _ => false,
        };
        if (!reached || department == Id) return reached;
        // What came from nobody whom the departments file knows belongs to no jurisdiction.
        if (jurisdiction != National && jurisdiction != Department.Jurisdiction && Purpose is null) throw new PurposeMissingException();
        Note(department, jurisdiction);
        return true;
    }

    /// <summary>Writes down for the audit trail that the call reached something of another department.</summary>
    public void Note(string department, string jurisdiction)
    {
        if (department != Id) owners.TryAdd($"{department}@{jurisdiction}", true);
    }
}
