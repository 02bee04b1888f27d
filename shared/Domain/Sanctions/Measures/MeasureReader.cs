using EntCredit.Domain.Jurisdictions;
using EntCredit.Domain.Settings;

namespace EntCredit.Domain.Sanctions.Measures;

/// <summary>Reads a catalogue of measures. The form is documented in docs/measures.schema.json.</summary>
internal static class MeasureReader
{
    public static MeasureFile Read(SettingsObject root)
    {
        _ = root.OptionalText("$schema");
        _ = root.OptionalText("note");
        Dictionary<string, Matter> matters = new(StringComparer.Ordinal);
        Dictionary<string, Measure> measures = new(StringComparer.Ordinal);
        HashSet<string> causes = new(StringComparer.Ordinal);
        return new MeasureFile(
            root.Text("version"),
            root.List("matters", o => Add(o, matters, new Matter(Code(o, "code"), o.Text("name")), matter => matter.Code)),
            root.List("measures", o => Add(o, measures, Measure(o, matters), measure => measure.Code)),
            root.List("causes", o => Cause(o, measures, causes)));
    }

    private static Measure Measure(SettingsObject o, Dictionary<string, Matter> matters)
    {
        var example = o.Flag("example", false);
        Measure measure = new(
            Code(o, "code"),
            o.Text("name"),
            Code(o, "matter"),
            o.Choice<MeasureEffect>("effect"),
            o.Texts("authorities", false, ProfileParts.Code(), ProfileParts.CodeForm),
            o.Flag("personsToo", false),
            o.OptionalNumber("years", 1, 30),
            LegalBasis.Read(o, example),
            example);
        if (measure.Matter.Length > 0 && !matters.ContainsKey(measure.Matter))
            o.RefuseAt("matter", SettingsErrors.Dangling, measure.Matter, string.Join("、", matters.Keys));
        return measure;
    }

    private static SanctionCause Cause(SettingsObject o, Dictionary<string, Measure> measures, HashSet<string> codes)
    {
        var code = Code(o, "code");
        if (!codes.Add(code)) o.RefuseAt("code", SettingsErrors.Duplicate, code);
        var named = o.Texts("measures", true, ProfileParts.Code(), ProfileParts.CodeForm);
        foreach (var unknown in named.Where(name => !measures.ContainsKey(name)))
            o.RefuseAt("measures", SettingsErrors.Dangling, unknown, string.Join("、", measures.Keys));
        return new SanctionCause(
            code, o.Text("list"), Code(o, "item"), o.OptionalText("field"), o.Texts("words", required: false), o.Text("removal"),
            [.. named.Select(measures.GetValueOrDefault).OfType<Measure>()]);
    }

    private static string Code(SettingsObject o, string name) => o.Text(name, ProfileParts.Code(), ProfileParts.CodeForm);

    private static T Add<T>(SettingsObject o, Dictionary<string, T> known, T read, Func<T, string> codeOf)
    {
        if (!known.TryAdd(codeOf(read), read)) o.RefuseAt("code", SettingsErrors.Duplicate, codeOf(read));
        return read;
    }
}

/// <summary>What a file of measures holds.</summary>
internal sealed record MeasureFile(
    string Version, IReadOnlyList<Matter> Matters, IReadOnlyList<Measure> Measures, IReadOnlyList<SanctionCause> Causes);
