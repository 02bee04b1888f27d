using EntCredit.Domain.Settings;

namespace EntCredit.Domain.Jurisdictions;

/// <summary>The profiles that are in use. Immutable; loading others makes another set.</summary>
public sealed class JurisdictionProfiles
{
    private static readonly Lazy<JurisdictionProfiles> Embedded = new(() => Load(SettingsFile.EmbeddedIn("Jurisdictions")));

    private readonly Dictionary<string, JurisdictionProfile> _profiles;

    private JurisdictionProfiles(IEnumerable<JurisdictionProfile> profiles) =>
        _profiles = profiles.ToDictionary(profile => profile.Id, StringComparer.Ordinal);

    /// <summary>The profiles that come with the product.</summary>
    public static JurisdictionProfiles Default => Embedded.Value;

    /// <summary>All profiles, in the order of their ids.</summary>
    public IEnumerable<JurisdictionProfile> All => _profiles.Values.OrderBy(profile => profile.Id, StringComparer.Ordinal);

    /// <summary>Reads and checks profile files.</summary>
    /// <param name="files">Each file's name, for errors, and its text.</param>
    /// <exception cref="SettingsException">With everything that is wrong in any of them.</exception>
    public static JurisdictionProfiles Load(IEnumerable<(string FileName, string Json)> files)
    {
        List<SettingsError> errors = [];
        List<(string File, JurisdictionProfile Profile)> read = [];
        foreach ((string fileName, string json) in files)
        {
            int before = errors.Count;
            if (SettingsFile.Read(fileName, json, ProfileReader.Read, errors) is { } profile && errors.Count == before)
                read.Add((fileName, profile));
        }
        // A file with errors of its own would look like a missing parent to the others.
        if (errors.Count == 0)
            CheckTogether(read, errors);
        SettingsFile.ThrowIfAny(errors);
        return new JurisdictionProfiles(read.Select(one => one.Profile));
    }

    /// <summary>The profile of a jurisdiction.</summary>
    /// <exception cref="KeyNotFoundException">There is none: departments are checked against the profiles when they are loaded.</exception>
    public JurisdictionProfile Get(string id) => _profiles[id];

    /// <summary>The profile of a jurisdiction, or null.</summary>
    public JurisdictionProfile? Find(string id) => _profiles.GetValueOrDefault(id);

    private static void CheckTogether(List<(string File, JurisdictionProfile Profile)> read, List<SettingsError> errors)
    {
        Dictionary<string, (string File, string? Parent)> byId = new(StringComparer.Ordinal);
        foreach ((string file, JurisdictionProfile profile) in read)
        {
            if (!byId.TryAdd(profile.Id, (file, profile.Parent)))
                errors.Add(Error(file, "$.id", SettingsErrors.NotUnique, profile.Id, byId[profile.Id].File));
        }
        foreach ((string file, JurisdictionProfile profile) in read)
        {
            if (profile.Parent is not { } parent)
                continue;
            if (!byId.ContainsKey(parent))
                errors.Add(Error(file, "$.parent", SettingsErrors.Dangling, parent, string.Join("、", byId.Keys.Order(StringComparer.Ordinal))));
            else if (IsInCircle(profile.Id, byId))
                errors.Add(Error(file, "$.parent", ProfileErrors.Circle, parent));
        }
    }

    private static bool IsInCircle(string id, Dictionary<string, (string File, string? Parent)> byId)
    {
        HashSet<string> seen = [];
        for (string? at = id; at is not null; at = byId.GetValueOrDefault(at).Parent)
        {
            if (!seen.Add(at))
                return true;
        }
        return false;
    }

    private static SettingsError Error(string file, string path, Errors.ErrorDefinition definition, params object?[] particulars) =>
        new(file, path, definition, definition.Describe(particulars));
}
