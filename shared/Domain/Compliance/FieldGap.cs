using EntCredit.Domain.Catalogue;
using EntCredit.Domain.Intake;

namespace EntCredit.Domain.Compliance;

/// <summary>A field that the catalogue asks for and that rows leave empty (不漏项: 渝府办发〔2016〕170号 三(二)).</summary>
/// <param name="Field">Its code.</param>
/// <param name="Name">Its Chinese name.</param>
/// <param name="Empty">How many of the records leave it empty.</param>
/// <param name="Asked">How many records were looked at and should have it.</param>
public sealed record FieldGap(string Field, string Name, int Empty, int Asked)
{
    /// <summary>
    /// The gaps of an item's records, in the catalogue's order. Looked at is what every layout has and any row may show: which of an item's layouts a row came in is not kept, and what
    /// concerns a person is sealed.
    /// </summary>
    public static IReadOnlyList<FieldGap> Of(ResourceItem item, IReadOnlyCollection<RecordContent> contents)
    {
        List<FieldGap> gaps = [];
        foreach (var field in item.Fields.Where(IsAsked).DistinctBy(field => field.Code))
        {
            var asked = contents.Where(content => Holds(field.When, content)).ToList();
            var empty = asked.Count(content => !content.Fields.ContainsKey(field.Code));
            if (empty > 0) gaps.Add(new FieldGap(field.Code, field.Name, empty, asked.Count));
        }

        return gaps;
    }

    private static bool IsAsked(ResourceField field) =>
        field is { Requirement: Requirement.Required or Requirement.Recommended, Layouts.Count: 0, Mask: FieldMask.None }
        and { Role: not (FieldRole.SecrecyReview or FieldRole.Mends or FieldRole.ReceiptColumn or FieldRole.Status or FieldRole.Scope or FieldRole.UpdatedOn) };

    private static bool Holds(FieldCondition? when, RecordContent content) =>
        when is null || (content.Fields.TryGetValue(when.Field, out var value) && when.Contains.Any(text => value.Contains(text, StringComparison.Ordinal)));
}
