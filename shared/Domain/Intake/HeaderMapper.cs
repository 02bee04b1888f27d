using EntCredit.Domain.Catalogue;

namespace EntCredit.Domain.Intake;

/// <summary>Understands a file's header by the catalogue.</summary>
public static class HeaderMapper
{
    /// <summary>Maps a header to the fields of an item, and tells which layout it speaks for.</summary>
    /// <param name="catalogue">The catalogue.</param>
    /// <param name="itemCode">The item.</param>
    /// <param name="header">The header cells.</param>
    /// <exception cref="ArgumentException">The catalogue has no such item.</exception>
    public static HeaderMapping Map(ResourceCatalogue catalogue, string itemCode, IReadOnlyList<string> header)
    {
        var item = catalogue.Find(itemCode) ?? throw new ArgumentException($"The catalogue has no item \"{itemCode}\".", nameof(itemCode));
        return Map(item, header);
    }

    /// <summary>Maps a header to the fields of an item, and tells which layout it speaks for.</summary>
    public static HeaderMapping Map(ResourceItem item, IReadOnlyList<string> header)
    {
        HeaderMapping? best = null;
        // The newest layout wins where a header speaks for several alike.
        foreach (var layout in item.Layouts.Reverse())
        {
            var mapping = MapTo(item, layout, header);
            if (best is null || mapping.Fields.Count > best.Fields.Count) best = mapping;
        }

        return best!;
    }

    /// <summary>How many columns of a row are headers of the item: what tells the header row from titles above it.</summary>
    public static int Score(ResourceItem item, IReadOnlyList<string> cells) => Map(item, cells).Fields.Count;

    private static HeaderMapping MapTo(ResourceItem item, ResourceLayout layout, IReadOnlyList<string> header)
    {
        var fields = item.FieldsOf(layout.Code).ToList();
        var index = new HeaderIndex(fields);
        var guesses = header.Select((text, i) => (Index: i, Text: text.Trim(), Guess: index.Find(text))).ToList();
        var winners = guesses.Where(g => g.Guess.Field is not null)
            .GroupBy(g => g.Guess.Field!.Code, StringComparer.Ordinal)
            .ToDictionary(g => g.Key, g => g.OrderBy(x => x.Guess.Match).ThenBy(x => x.Index).First().Index, StringComparer.Ordinal);
        var columns = guesses.Select(g => g.Guess.Field is { } field && winners[field.Code] == g.Index
            ? new ColumnMapping(g.Index, g.Text, field.Code, field.Name, g.Guess.Match)
            : new ColumnMapping(g.Index, g.Text, null, null, HeaderMatch.None)).ToList();
        var mapped = fields.Where(f => winners.ContainsKey(f.Code)).Select((f, place) => new MappedField(f, winners[f.Code], columns[winners[f.Code]].Header, place)).ToList();
        var missing = fields.Where(f => !winners.ContainsKey(f.Code)).ToList();
        var required = missing.Where(f => f.Requirement == Requirement.Required).Select(f => f.Name)
            .Concat(fields.Where(f => f.Group is not null).GroupBy(f => f.Group).Where(g => g.All(missing.Contains)).Select(g => string.Join('或', g.Select(f => f.Name))));
        var recommended = missing.Where(f => f.Requirement == Requirement.Recommended && f.When is null).Select(f => f.Name);
        return new HeaderMapping(item.Code, layout.Code, columns, mapped, [.. required], [.. recommended]);
    }
}
