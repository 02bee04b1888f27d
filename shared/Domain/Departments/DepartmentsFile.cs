namespace EntCredit.Domain.Departments;

internal sealed record DepartmentsFile(bool Development, IReadOnlyList<Department> Departments);
