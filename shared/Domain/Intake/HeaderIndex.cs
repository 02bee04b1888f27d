using EntCredit.Domain.Catalogue;

namespace EntCredit.Domain.Intake;

/// <summary>Finds the field that a header means, among the fields of one layout.</summary>
internal sealed class HeaderIndex
{
    private readonly Dictionary<string, (ResourceField Field, HeaderMatch Match)> _known = new(StringComparer.Ordinal);
    private readonly List<(string Name, ResourceField Field)> _guessable = [];

    public HeaderIndex(IReadOnlyList<ResourceField> fields)
    {
        foreach (var field in fields) _known.TryAdd(HeaderText.Normalize(field.Code), (field, HeaderMatch.Code));
        foreach (var field in fields) _known.TryAdd(HeaderText.Normalize(field.Name), (field, HeaderMatch.Name));
        foreach (var field in fields)
            foreach (var alias in field.Aliases) _known.TryAdd(HeaderText.Normalize(alias), (field, HeaderMatch.Alias));
        foreach (var field in fields.Where(f => f.Role != FieldRole.ReceiptColumn))
            foreach (var name in field.Aliases.Prepend(field.Name)) _guessable.Add((HeaderText.Normalize(name), field));
    }

    public (ResourceField? Field, HeaderMatch Match) Find(string header)
    {
        foreach (var reading in HeaderText.Readings(header))
            if (_known.TryGetValue(reading, out var known)) return known;
        foreach (var reading in HeaderText.Readings(header))
        {
            var near = _guessable.Where(g => HeaderText.OneSlipApart(g.Name, reading)).Select(g => g.Field).Distinct().Take(2).ToList();
            if (near.Count == 1) return (near[0], HeaderMatch.Typo);
        }

        return (null, HeaderMatch.None);
    }
}
