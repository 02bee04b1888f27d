using EntCredit.Domain.Departments;
using EntCredit.Domain.Intake;
using EntCredit.Domain.Settings;

namespace EntCredit.Domain.Sanctions.Measures;

/// <summary>The catalogue of joint punishment (失信企业联合惩戒事项目录, L2): cause, department, measure, legal basis, term. Immutable.</summary>
public sealed class MeasureCatalogue
{
    private static readonly Lazy<MeasureCatalogue> Embedded = new(
        () => Parse("measures.json", SettingsFile.Embedded("Sanctions/Measures/measures.json")));

    private readonly Dictionary<string, SanctionCause> causes;
    private readonly Dictionary<string, Measure> measures;

    private MeasureCatalogue(MeasureFile file)
    {
        (Version, Matters, Measures, Causes) = (file.Version, file.Matters, file.Measures, file.Causes);
        causes = Causes.ToDictionary(cause => cause.Code, StringComparer.Ordinal);
        measures = Measures.ToDictionary(measure => measure.Code, StringComparer.Ordinal);
    }

    /// <summary>The catalogue that comes with the product: every measure cites the provision that it rests on.</summary>
    public static MeasureCatalogue Default => Embedded.Value;

    /// <summary>Its version.</summary>
    public string Version { get; }

    /// <summary>What may be asked at a counter.</summary>
    public IReadOnlyList<Matter> Matters { get; }

    /// <summary>All measures, in the order of the file.</summary>
    public IReadOnlyList<Measure> Measures { get; }

    /// <summary>All causes, in the order of the file.</summary>
    public IReadOnlyList<SanctionCause> Causes { get; }

    /// <summary>Whether any measure is invented (示例).</summary>
    public bool HasExamples => Measures.Any(measure => measure.IsExample);

    /// <summary>Reads and checks a catalogue.</summary>
    /// <param name="fileName">The name that errors carry.</param>
    /// <param name="json">Its text, after docs/measures.schema.json.</param>
    /// <exception cref="SettingsException">With everything that is wrong in it.</exception>
    public static MeasureCatalogue Parse(string fileName, string json)
    {
        List<SettingsError> errors = [];
        var file = SettingsFile.Read(fileName, json, MeasureReader.Read, errors);
        SettingsFile.ThrowIfAny(errors);
        return new MeasureCatalogue(file!);
    }

    /// <summary>A cause by its code, or null.</summary>
    public SanctionCause? Cause(string code) => causes.GetValueOrDefault(code);

    /// <summary>A measure by its code, or null.</summary>
    public Measure? Measure(string code) => measures.GetValueOrDefault(code);

    /// <summary>The list that a record is an entry on, or null.</summary>
    public SanctionCause? CauseOf(RecordContent entry)
    {
        SanctionCause? otherwise = null;
        foreach (var cause in Causes.Where(cause => cause.Item == entry.Item))
        {
            if (cause.Words.Count == 0) otherwise ??= cause;
            else if (cause.Field is { } field && entry.Fields.GetValueOrDefault(field) is { } text && cause.Words.Any(word => text.Contains(word, StringComparison.Ordinal))) return cause;
        }

        return otherwise;
    }

    /// <summary>The departments of a jurisdiction that carry out a cause's measures, but for who starts it.</summary>
    public IReadOnlyList<string> ImplementersOf(SanctionCause cause, string jurisdiction, string initiator, DepartmentRegister departments, DateTimeOffset at) =>
    [
        .. departments.All
            .Where(one => one.Jurisdiction == jurisdiction && one.Id != initiator && one.ExistsAt(at) && cause.Measures.Any(measure => CarriesOut(one, measure)))
            .Select(one => one.Id)
            .Order(StringComparer.Ordinal),
    ];

    /// <summary>Whether a department carries out a measure.</summary>
    public static bool CarriesOut(Department department, Measure measure) =>
        measure.Authorities.Count == 0 || measure.Authorities.Any(department.Authorities.Contains);
}
