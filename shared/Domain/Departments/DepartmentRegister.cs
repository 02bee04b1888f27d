using System.Security.Cryptography;
using System.Text;
using EntCredit.Domain.Jurisdictions;
using EntCredit.Domain.Settings;

namespace EntCredit.Domain.Departments;

/// <summary>The departments that are known. Immutable; parsing another file makes another register.</summary>
public sealed class DepartmentRegister
{
    private static readonly Lazy<DepartmentRegister> Embedded = new(
        () => Parse("departments.json", SettingsFile.Embedded("Departments/departments.json"), JurisdictionProfiles.Default));

    private readonly Dictionary<string, Department> _byId;
    private readonly List<(byte[] Hash, ApiKey Key, Department Department)> _keys;

    private DepartmentRegister(bool development, IReadOnlyList<Department> departments)
    {
        IsDevelopment = development;
        All = departments;
        _byId = departments.ToDictionary(department => department.Id, StringComparer.Ordinal);
        _keys = [.. departments.SelectMany(d => d.Keys, (d, key) => (Convert.FromHexString(key.Hash), key, d))];
    }

    /// <summary>The departments file for development that comes with the product. Its keys are public knowledge.</summary>
    public static DepartmentRegister Default => Embedded.Value;

    /// <summary>Whether the keys are meant for development only; a host that is reachable from outside must refuse such a register.</summary>
    public bool IsDevelopment { get; }

    /// <summary>All departments, in the order of the file.</summary>
    public IReadOnlyList<Department> All { get; }

    /// <summary>Reads and checks a departments file.</summary>
    /// <param name="fileName">The name that errors carry.</param>
    /// <param name="json">Its text.</param>
    /// <param name="profiles">The profiles that jurisdictions and roles are checked against, or null to leave that unchecked.</param>
    /// <exception cref="SettingsException">With everything that is wrong in it.</exception>
    public static DepartmentRegister Parse(string fileName, string json, JurisdictionProfiles? profiles = null)
    {
        List<SettingsError> errors = [];
        DepartmentsFile? file = SettingsFile.Read(fileName, json, root => DepartmentReader.Read(root, profiles), errors);
        SettingsFile.ThrowIfAny(errors);
        return new DepartmentRegister(file!.Development, file.Departments);
    }

    /// <summary>A department by its id, or null.</summary>
    public Department? Find(string id) => _byId.GetValueOrDefault(id);

    /// <summary>The department to which an application of Entra ID belongs, or null.</summary>
    /// <param name="application">The object id of its service principal, or its client id; lower case.</param>
    public Department? FindByApplication(string application) => All.FirstOrDefault(department => department.Entra.Contains(application));

    /// <summary>The departments of a jurisdiction that have a role.</summary>
    public IEnumerable<Department> In(string jurisdiction, DepartmentRole role) =>
        All.Where(department => department.Jurisdiction == jurisdiction && department.Has(role));

    /// <summary>
    /// The department to which a key belongs, or null where the key is unknown, does not hold at that instant, or the department does not exist then.
    /// Takes the same time wherever the first difference lies and whichever key it is.
    /// </summary>
    /// <param name="presentedKey">The key as presented.</param>
    /// <param name="at">When it was presented.</param>
    public Department? FindByKey(string presentedKey, DateTimeOffset at)
    {
        byte[] presented = SHA256.HashData(Encoding.UTF8.GetBytes(presentedKey));
        Department? found = null;
        foreach ((byte[] hash, ApiKey key, Department department) in _keys)
        {
            bool same = CryptographicOperations.FixedTimeEquals(hash, presented);
            if (same & key.HoldsAt(at) & department.ExistsAt(at))
                found = department;
        }
        return found;
    }
}
