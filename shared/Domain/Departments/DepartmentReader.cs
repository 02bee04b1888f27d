using System.Text.RegularExpressions;
using EntCredit.Domain.Jurisdictions;
using EntCredit.Domain.Settings;

namespace EntCredit.Domain.Departments;

/// <summary>Reads a departments file. The form is documented in docs/profiles.md.</summary>
internal static partial class DepartmentReader
{
    public static DepartmentsFile Read(SettingsObject root, JurisdictionProfiles? profiles)
    {
        _ = root.OptionalText("$schema");
        bool development = root.Flag("development", false);
        Dictionary<string, string> ids = new(StringComparer.Ordinal);
        Dictionary<string, string> hashes = new(StringComparer.Ordinal);
        Dictionary<string, string> applications = new(StringComparer.Ordinal);
        IReadOnlyList<Department> departments = root.List("departments", o => Department(o, profiles, ids, hashes, applications));
        foreach (string jurisdiction in departments.Select(d => d.Jurisdiction).Distinct())
        {
            if (!departments.Any(d => d.Jurisdiction == jurisdiction && d.Has(DepartmentRole.MarketSupervision)))
                root.RefuseAt("departments", DepartmentErrors.NobodyPublishes, jurisdiction);
        }
        return new DepartmentsFile(development, departments);
    }

    private static Department Department(
        SettingsObject o,
        JurisdictionProfiles? profiles,
        Dictionary<string, string> ids,
        Dictionary<string, string> hashes,
        Dictionary<string, string> applications)
    {
        Department department = new(
            o.Text("id", ProfileParts.Code(), ProfileParts.CodeForm),
            o.Text("name"),
            o.Text("jurisdiction", ProfileParts.Code(), ProfileParts.CodeForm),
            o.Choice<DepartmentLevel>("level"),
            o.Text("region", Region(), "六位行政区划代码（GB/T 2260）"),
            o.Choices<DepartmentRole>("roles"),
            o.List("keys", key => Key(key, hashes), required: false),
            o.Date("from"),
            o.OptionalDate("until"))
        {
            Messages = o.Flag("messages", false),
            SigningKeys = o.List("signingKeys", SigningKey, required: false),
            Entra = o.Texts("entra", required: false, Guid(), "小写 GUID（Entra ID 应用的对象 ID 或客户端 ID）"),
            Authorities = o.Texts("authorities", required: false, ProfileParts.Code(), ProfileParts.CodeForm),
        };
        foreach (string application in department.Entra)
        {
            if (!applications.TryAdd(application, o.Path))
                o.RefuseAt("entra", SettingsErrors.NotUnique, application, applications[application]);
        }
        if (!ids.TryAdd(department.Id, o.Path))
            o.RefuseAt("id", SettingsErrors.NotUnique, department.Id, ids[department.Id]);
        if (department.Until < department.From)
            o.RefuseAt("until", SettingsErrors.WrongOrder, ProfileParts.Iso(department.Until), ProfileParts.Iso(department.From));
        if (profiles is not null && department.Jurisdiction.Length > 0)
            CheckJurisdiction(o, department, profiles);
        return department;
    }

    private static void CheckJurisdiction(SettingsObject o, Department department, JurisdictionProfiles profiles)
    {
        if (profiles.Find(department.Jurisdiction) is not { } profile)
        {
            string known = string.Join("、", profiles.All.Select(p => p.Id));
            o.RefuseAt("jurisdiction", SettingsErrors.Dangling, department.Jurisdiction, known);
            return;
        }
        foreach (DepartmentRole role in department.Roles.Except(profile.Participants.Roles))
        {
            string allowed = string.Join("、", profile.Participants.Roles.Select(SettingsWords.Of));
            o.RefuseAt("roles", DepartmentErrors.RoleNotHere, SettingsWords.Of(role), profile.Name, allowed);
        }
    }

    private static ApiKey Key(SettingsObject o, Dictionary<string, string> hashes)
    {
        ApiKey key = new(
            o.Text("hash", Hash(), "64 位小写十六进制 SHA-256"),
            o.Date("from"),
            o.OptionalDate("until"),
            o.Text("label"));
        if (!hashes.TryAdd(key.Hash, o.Path))
            o.RefuseAt("hash", SettingsErrors.NotUnique, key.Label, hashes[key.Hash]);
        if (key.Until < key.From)
            o.RefuseAt("until", SettingsErrors.WrongOrder, ProfileParts.Iso(key.Until), ProfileParts.Iso(key.From));
        return key;
    }

    private static SigningKey SigningKey(SettingsObject o)
    {
        SigningKey key = new(o.Text("id", ProfileParts.Code(), ProfileParts.CodeForm), o.Text("publicKey"), o.Date("from"), o.OptionalDate("until"));
        if (key.PublicKey.Length > 0 && !Signatures.CanUse(key.PublicKey))
            o.RefuseAt("publicKey", DepartmentErrors.SigningKey, key.Id);
        if (key.Until < key.From)
            o.RefuseAt("until", SettingsErrors.WrongOrder, ProfileParts.Iso(key.Until), ProfileParts.Iso(key.From));
        return key;
    }

    [GeneratedRegex(@"^[0-9]{6}\z")]
    private static partial Regex Region();

    [GeneratedRegex(@"^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}\z")]
    private static partial Regex Guid();

    [GeneratedRegex(@"^[0-9a-f]{64}\z")]
    private static partial Regex Hash();
}
