using EntCredit.Domain.Batches;
using EntCredit.Domain.Catalogue;
using EntCredit.Domain.Departments;
using EntCredit.Domain.Errors;
using EntCredit.Domain.Intake;
using EntCredit.Domain.Jurisdictions;

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

    /// <summary>Why the channel that a department declares cannot be the one that its information came by, or null where it can or none is declared.</summary>
    public static (ErrorDefinition Error, object?[] Particulars)? RefusalOf(Department department, string item, string? channel, JurisdictionProfiles profiles)
    {
        if (channel is null || profiles.Find(department.Jurisdiction) is not { } profile) return null;
        var channels = profile.ChannelsFor(item, null, department.Level).ToList();
        if (channels.Exists(known => known.Id == channel)) return null;
        return (BatchErrors.ChannelUnknown, [channel.Length <= 40 ? channel : channel[..40] + "…", string.Join('、', channels.Select(known => $"{known.Id}（{known.Name}）"))]);
    }
}
