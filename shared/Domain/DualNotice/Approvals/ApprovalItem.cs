using EntCredit.Domain.Departments;
using EntCredit.Domain.Jurisdictions;

namespace EntCredit.Domain.DualNotice.Approvals;

/// <summary>An approval or filing that an enterprise needs after its registration (后置审批事项).</summary>
/// <param name="Code">Lower case, e.g. food-business.</param>
/// <param name="Name">Its name, in Chinese.</param>
/// <param name="Authority">The code of the authority that approves: a department says by its <see cref="Department.Authorities"/> that it is this authority.</param>
/// <param name="Levels">The levels of government that approve; empty where every level approves for its own registrations (同级告知).</param>
/// <param name="Words">The words of a business scope (经营范围) that need it.</param>
/// <param name="NotIn">Longer phrases that hold such a word and do not need it.</param>
/// <param name="Source">The published provision that demands it; null for an example.</param>
/// <param name="IsExample">True for an invented entry (示例): never law, and refused where the public reaches the system.</param>
public sealed record ApprovalItem(
    string Code,
    string Name,
    string Authority,
    IReadOnlyList<DepartmentLevel> Levels,
    IReadOnlyList<string> Words,
    IReadOnlyList<string> NotIn,
    LegalBasis? Source,
    bool IsExample);
