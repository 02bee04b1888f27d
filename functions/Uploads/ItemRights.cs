using EntCredit.Domain.Batches;
using EntCredit.Domain.Catalogue;
using EntCredit.Domain.Departments;
using EntCredit.Domain.Errors;
using EntCredit.Domain.Intake;

namespace EntCredit.Functions.Uploads;

/// <summary>Which information a department may provide, by whatever door: the register its registrar's, anything else a provider's.</summary>
public static class ItemRights
{
    /// <summary>Why a department may not provide an item, or null where it may.</summary>
    public static (ErrorDefinition Error, object?[] Particulars)? RefusalOf(Department department, string item, ResourceCatalogue catalogue)
    {
        if (catalogue.Find(item) is null) return (IntakeErrors.ItemUnknown, [item]);
        var role = item == "register" ? DepartmentRole.Registrar : DepartmentRole.Provider;
        return department.Has(role) ? null : (BatchErrors.ItemNotYours, [department.Name, item]);
    }
}
