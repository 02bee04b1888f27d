namespace EntCredit.Domain.Catalogue;

/// <summary>The resource catalogue: what may be provided, and in which form. Data, not code.</summary>
public sealed class ResourceCatalogue
{
    private static readonly Lazy<ResourceCatalogue> Embedded = new(LoadEmbedded);
    private readonly Dictionary<string, ResourceItem> _byCode;

    internal ResourceCatalogue(string version, IReadOnlyList<ResourceItem> items)
    {
        Version = version;
        Items = items;
        _byCode = items.ToDictionary(i => i.Code, StringComparer.Ordinal);
    }

    /// <summary>The catalogue that comes with the program.</summary>
    public static ResourceCatalogue Default => Embedded.Value;

    /// <summary>The catalogue's version, as receipts cite it.</summary>
    public string Version { get; }

    /// <summary>The items, in the catalogue's order.</summary>
    public IReadOnlyList<ResourceItem> Items { get; }

    /// <summary>The item with a code, or null.</summary>
    public ResourceItem? Find(string code) => _byCode.GetValueOrDefault(code);

    /// <summary>Reads a catalogue.</summary>
    /// <param name="json">The file's text.</param>
    /// <param name="file">The file's name, for the messages.</param>
    /// <exception cref="CatalogueException">It is not valid.</exception>
    public static ResourceCatalogue Parse(string json, string file) => new CatalogueParser(file).Parse(json);

    private static ResourceCatalogue LoadEmbedded()
    {
        const string name = "EntCredit.Domain/Catalogue/catalogue.json";
        using var stream = typeof(ResourceCatalogue).Assembly.GetManifestResourceStream(name)
            ?? throw new InvalidOperationException($"The resource {name} is missing from the assembly.");
        using var reader = new StreamReader(stream);
        return Parse(reader.ReadToEnd(), "catalogue.json");
    }
}
