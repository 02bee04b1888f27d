namespace EntCredit.Domain.Departments;

/// <summary>The level of government that a department belongs to, wherever it is stationed.</summary>
public enum DepartmentLevel
{
    /// <summary>中央、中直.</summary>
    Central,

    /// <summary>省、自治区、直辖市.</summary>
    Province,

    /// <summary>设区的市.</summary>
    City,

    /// <summary>县、县级市、区.</summary>
    County,

    /// <summary>乡镇、街道.</summary>
    Township,
}
