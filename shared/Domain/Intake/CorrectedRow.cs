using EntCredit.Domain.Catalogue;

namespace EntCredit.Domain.Intake;

/// <summary>A content as a row again: so that a correction is read and checked as an upload is.</summary>
public static class CorrectedRow
{
    /// <summary>The fields that a correction may replace: all but those that only receipts and mended rows have.</summary>
    public static IReadOnlyList<ResourceField> FieldsOf(ResourceItem item) =>
        [.. item.Fields.Where(field => field.Role is not (FieldRole.Mends or FieldRole.ReceiptColumn)).DistinctBy(field => field.Code)];

    /// <summary>What was read with what no field keeps: the declaration of the secrecy review stands where the correction does not make it anew.</summary>
    public static RecordContent Complete(RecordContent read, RecordContent before) => read with { SecrecyReviewed = read.SecrecyReviewed ?? before.SecrecyReviewed };

    /// <summary>Headers and cells of what is filled, in the catalogue's order.</summary>
    /// <param name="item">The catalogue item.</param>
    /// <param name="values">Values by field code; later ones win.</param>
    public static IEnumerable<(string Name, string Value)> Cells(ResourceItem item, params IReadOnlyList<IReadOnlyDictionary<string, string>> values) =>
        from field in FieldsOf(item)
        let value = values.Select(one => one.GetValueOrDefault(field.Code)).LastOrDefault(one => one is not null)
        where !string.IsNullOrEmpty(value)
        select (field.Name, value);
}
