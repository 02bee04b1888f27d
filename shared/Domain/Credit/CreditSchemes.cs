using EntCredit.Domain.Settings;

namespace EntCredit.Domain.Credit;

/// <summary>The schemes in use, one a jurisdiction; a jurisdiction without one classifies nobody.</summary>
public sealed class CreditSchemes
{
    private static readonly Lazy<CreditSchemes> Embedded = new(() => Load(SettingsFile.EmbeddedIn("Credit"), withExamples: false));

    private readonly Dictionary<string, CreditScheme> _schemes;

    private CreditSchemes(IEnumerable<CreditScheme> schemes) => _schemes = schemes.ToDictionary(scheme => scheme.Jurisdiction, StringComparer.Ordinal);

    /// <summary>What comes with the product and rests on something published.</summary>
    public static CreditSchemes Default => Embedded.Value;

    /// <summary>All of them, by jurisdiction.</summary>
    public IEnumerable<CreditScheme> All => _schemes.Values.OrderBy(scheme => scheme.Jurisdiction, StringComparer.Ordinal);

    /// <summary>Reads and checks files; the later of two for one jurisdiction takes the place of the earlier.</summary>
    /// <param name="files">Each file's name, for errors, and its text.</param>
    /// <param name="withExamples">Whether examples take part.</param>
    /// <exception cref="SettingsException">With everything that is wrong in any of them.</exception>
    public static CreditSchemes Load(IEnumerable<(string FileName, string Json)> files, bool withExamples)
    {
        List<SettingsError> errors = [];
        Dictionary<string, CreditScheme> schemes = new(StringComparer.Ordinal);
        foreach (var (fileName, json) in files)
        {
            if (SettingsFile.Read(fileName, json, CreditSchemeReader.Read, errors) is { } scheme)
                schemes[scheme.Jurisdiction] = withExamples ? scheme : scheme.WithoutExamples();
        }

        SettingsFile.ThrowIfAny(errors);
        return new CreditSchemes(schemes.Values);
    }

    /// <summary>The scheme of a jurisdiction, or null.</summary>
    public CreditScheme? Find(string jurisdiction) => _schemes.GetValueOrDefault(jurisdiction);
}
