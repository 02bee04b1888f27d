using EntCredit.Domain.Calendar;
using EntCredit.Domain.Catalogue;
using EntCredit.Domain.Compliance;
using EntCredit.Domain.Jurisdictions;

namespace EntCredit.Functions.Items;

/// <summary>An item in the list.</summary>
/// <param name="Code">Its code, the folder of its uploads.</param>
/// <param name="Name">Its Chinese name.</param>
/// <param name="Category">Its category in the resource catalogue.</param>
/// <param name="Disclosure">Who may see it.</param>
/// <param name="Template">Where its template is.</param>
public sealed record ItemSummary(string Code, string Name, string Category, Disclosure Disclosure, string Template)
{
    /// <summary>The summary of an item.</summary>
    public static ItemSummary Of(ResourceItem item) => new(item.Code, item.Name, item.Category, item.Disclosure, $"/api/v1/items/{item.Code}/template.xlsx");
}

/// <summary>The resource catalogue.</summary>
/// <param name="Catalogue">Its version.</param>
/// <param name="Items">Its items.</param>
public sealed record ItemList(string Catalogue, IReadOnlyList<ItemSummary> Items);

/// <summary>An item whole.</summary>
/// <param name="Code">Its code, the folder of its uploads.</param>
/// <param name="Name">Its Chinese name.</param>
/// <param name="Category">Its category in the resource catalogue.</param>
/// <param name="Disclosure">Who may see it.</param>
/// <param name="Template">Where its template is.</param>
/// <param name="Source">The published source that it follows.</param>
/// <param name="Layouts">The versions of its columns, oldest first.</param>
/// <param name="Fields">Its fields.</param>
/// <param name="Jurisdiction">Whose clocks these are, or null.</param>
/// <param name="Exposure">What the jurisdiction makes of the item, or null.</param>
/// <param name="Clocks">The statutory periods of providing and publishing it there, or null.</param>
public sealed record ItemDocument(
    string Code,
    string Name,
    string Category,
    Disclosure Disclosure,
    string Template,
    string Source,
    IReadOnlyList<ResourceLayout> Layouts,
    IReadOnlyList<FieldDocument> Fields,
    string? Jurisdiction,
    Exposure? Exposure,
    IReadOnlyList<ClockDocument>? Clocks)
{
    /// <summary>Which kinds of departments owe it, in Chinese.</summary>
    public IReadOnlyList<string> OwedBy { get; init; } = [];

    /// <summary>How often it is owed.</summary>
    public Frequency Frequency { get; init; }

    private static readonly ClockKind[] Kinds = [ClockKind.Collection, ClockKind.MonthlyProvision, ClockKind.BacklogCompletion, ClockKind.Publication];

    /// <summary>The document of an item, with the clocks of a jurisdiction where one is given.</summary>
    public static ItemDocument Of(ResourceItem item, JurisdictionProfile? profile) => new(
        item.Code,
        item.Name,
        item.Category,
        item.Disclosure,
        ItemSummary.Of(item).Template,
        item.Source,
        item.Layouts,
        [.. item.Fields.Where(field => field.Role != FieldRole.ReceiptColumn).Select(FieldDocument.Of)],
        profile?.Id,
        profile?.PublicationOf(item.Code, null, null).Exposure,
        profile is null ? null : [.. Kinds.Select(profile.Clock).OfType<Clock>().Select(ClockDocument.Of)])
    {
        OwedBy = item.OwedBy,
        Frequency = item.Frequency,
    };
}

/// <summary>A field of an item.</summary>
/// <param name="Code">Its code: a name in JSON, a header in files.</param>
/// <param name="Name">Its Chinese name.</param>
/// <param name="Aliases">Other headers that are understood.</param>
/// <param name="Layouts">The layouts that have it; empty for all.</param>
/// <param name="Type">How its text is read.</param>
/// <param name="MaxLength">The most characters.</param>
/// <param name="Requirement">Whether a row must fill it.</param>
/// <param name="Group">The group of which at least one must be filled, or null.</param>
/// <param name="Personal">Whether it concerns a natural person and is never public.</param>
/// <param name="Values">What it may be, or null for anything.</param>
/// <param name="OtherValues">Whether another value is taken with a warning; null where there is no list.</param>
/// <param name="Sample">An invented value.</param>
public sealed record FieldDocument(
    string Code,
    string Name,
    IReadOnlyList<string> Aliases,
    IReadOnlyList<string> Layouts,
    FieldType Type,
    int MaxLength,
    Requirement Requirement,
    string? Group,
    bool Personal,
    IReadOnlyList<ValueDocument>? Values,
    bool? OtherValues,
    string Sample)
{
    /// <summary>The document of a field.</summary>
    public static FieldDocument Of(ResourceField field) => new(
        field.Code,
        field.Name,
        field.Aliases,
        field.Layouts,
        field.Type,
        field.MaxLength,
        field.Requirement,
        field.Group,
        field.Mask == FieldMask.Personal,
        field.CodeList is { } list ? [.. list.Entries.Select(entry => new ValueDocument(entry.Code, entry.Name))] : null,
        field.CodeList is { } open ? !open.Closed : null,
        field.Sample);
}

/// <summary>A value of a code list: either may be sent.</summary>
public sealed record ValueDocument(string Code, string Name);

/// <summary>A statutory period.</summary>
/// <param name="Rule">Its number, e.g. T1.</param>
/// <param name="Title">What it demands, in Chinese.</param>
/// <param name="Unit">What is counted.</param>
/// <param name="Count">How many.</param>
/// <param name="StartsFrom">The event that starts it.</param>
/// <param name="Debtor">The role that owes it.</param>
/// <param name="Document">The document that sets it.</param>
/// <param name="Article">The article.</param>
public sealed record ClockDocument(
    string Rule, string Title, TermUnit Unit, int Count, string StartsFrom, string Debtor, string Document, string Article)
{
    /// <summary>The document of a clock.</summary>
    public static ClockDocument Of(Clock clock) =>
        new(clock.RuleId, RuleTitles.Of(clock.RuleId), clock.Term.Unit, clock.Term.Count, clock.StartsFrom, clock.Debtor, clock.Document, clock.Article);
}
