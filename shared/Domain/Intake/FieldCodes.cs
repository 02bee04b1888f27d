namespace EntCredit.Domain.Intake;

/// <summary>The codes of the fields that a header was mapped to, in catalogue order: what the contents of all its rows share.</summary>
internal sealed class FieldCodes
{
    private readonly Dictionary<string, int> _places;
    private readonly string[] _codes;

    public FieldCodes(IReadOnlyList<MappedField> fields)
    {
        _codes = [.. fields.Select(mapped => mapped.Field.Code)];
        _places = _codes.Select((code, place) => (code, place)).ToDictionary(pair => pair.code, pair => pair.place, StringComparer.Ordinal);
        Needed = [.. fields.Where(mapped => mapped.Field.Requirement is Catalogue.Requirement.Required or Catalogue.Requirement.Recommended)];
        Read = [.. fields.Where(mapped => mapped.Field.Role != Catalogue.FieldRole.ReceiptColumn)];
        Sorted = [.. Enumerable.Range(0, _codes.Length).OrderBy(place => _codes[place], StringComparer.Ordinal)];
    }

    public int Count => _codes.Length;

    /// <summary>The fields that a row must or should fill.</summary>
    public MappedField[] Needed { get; }

    /// <summary>The fields that are read: all but those that only receipts have.</summary>
    public MappedField[] Read { get; }

    /// <summary>The places in the order of their codes' bytes.</summary>
    public int[] Sorted { get; }

    public string this[int place] => _codes[place];

    public int PlaceOf(string code) => _places.TryGetValue(code, out var place) ? place : -1;
}
