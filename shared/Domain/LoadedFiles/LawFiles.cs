using System.Collections.Immutable;
using System.Text.Json;
using EntCredit.Domain.Catalogue;
using EntCredit.Domain.Departments;
using EntCredit.Domain.Jurisdictions;
using EntCredit.Domain.Settings;

namespace EntCredit.Domain.LoadedFiles;

/// <summary>The data files in force and what they say, checked together. Immutable.</summary>
public sealed class LawFiles
{
    private readonly ImmutableSortedDictionary<string, LawFile> profileFiles;
    private readonly LawFile departmentsFile;
    private readonly LawFile catalogueFile;

    private LawFiles(ImmutableSortedDictionary<string, LawFile> profiles, LawFile departments, LawFile catalogue)
    {
        (profileFiles, departmentsFile, catalogueFile) = (profiles, departments, catalogue);
        Profiles = JurisdictionProfiles.Load(profiles.Values.Select(file => (file.Name, file.Text)));
        Departments = DepartmentRegister.Parse(departments.Name, departments.Text, Profiles);
        Catalogue = ResourceCatalogue.Parse(catalogue.Text, catalogue.Name);
    }

    /// <summary>The profiles of the jurisdictions.</summary>
    public JurisdictionProfiles Profiles { get; }

    /// <summary>The departments.</summary>
    public DepartmentRegister Departments { get; }

    /// <summary>The resource catalogue.</summary>
    public ResourceCatalogue Catalogue { get; }

    /// <summary>The files that come with the program, and the departments file that it was set up with.</summary>
    /// <param name="departments">Null for the one for development.</param>
    /// <exception cref="SettingsException">The departments file is not valid.</exception>
    public static LawFiles Own(LawFile? departments) => new(
        SettingsFile.EmbeddedIn("Jurisdictions").ToImmutableSortedDictionary(file => IdIn(file.Json), file => new LawFile(file.FileName, file.Json), StringComparer.Ordinal),
        departments ?? new LawFile("departments.json", SettingsFile.Embedded("Departments/departments.json")),
        new LawFile("catalogue.json", SettingsFile.Embedded("Catalogue/catalogue.json")));

    /// <summary>The files after a history: the last of each kind, and of each jurisdiction, holds. They are checked together, not one by one.</summary>
    /// <exception cref="LawFileException">This version of the program cannot use them.</exception>
    public LawFiles After(IEnumerable<LawEvent.FileLoaded> history)
    {
        var (profiles, departments, catalogue) = (profileFiles, departmentsFile, catalogueFile);
        foreach (var loaded in history)
        {
            var file = new LawFile(loaded.File, loaded.Text);
            switch (loaded.Kind)
            {
                case LawFileKind.Departments: departments = file; break;
                case LawFileKind.Profile: profiles = profiles.SetItem(IdIn(file.Text), file); break;
                default: catalogue = file; break;
            }
        }

        return Checked(profiles, departments, catalogue);
    }

    /// <summary>The file that another of its kind would take the place of, or null.</summary>
    public LawFile? Before(LawFileKind kind, LawFile next) => kind switch
    {
        LawFileKind.Departments => departmentsFile,
        LawFileKind.Profile => profileFiles.GetValueOrDefault(IdIn(next.Text)),
        _ => catalogueFile,
    };

    /// <summary>The id that a profile's text names; empty where it names none, which is an error of its own.</summary>
    internal static string IdIn(string json)
    {
        try
        {
            using var document = JsonDocument.Parse(json);
            return document.RootElement.ValueKind == JsonValueKind.Object && document.RootElement.TryGetProperty("id", out var id) && id.ValueKind == JsonValueKind.String
                ? id.GetString()!
                : "";
        }
        catch (JsonException)
        {
            return "";
        }
    }

    private static LawFiles Checked(ImmutableSortedDictionary<string, LawFile> profiles, LawFile departments, LawFile catalogue)
    {
        try
        {
            return new LawFiles(profiles, departments, catalogue);
        }
        catch (SettingsException wrong)
        {
            throw new LawFileException([.. wrong.Errors.Select(error => error.ToString())]);
        }
        catch (CatalogueException wrong)
        {
            throw new LawFileException(wrong.Problems);
        }
    }
}
