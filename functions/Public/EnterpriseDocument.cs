using EntCredit.Domain.Calendar;
using EntCredit.Domain.Catalogue;
using EntCredit.Domain.Departments;
using EntCredit.Domain.Intake;
using EntCredit.Domain.Jurisdictions;
using EntCredit.Functions.Credit;
using EntCredit.Functions.Sanctions;
using EntCredit.Stores.Views;

namespace EntCredit.Functions.Public;

/// <summary>An enterprise as the public reads it: codes turned into the catalogue's and the departments' names.</summary>
/// <param name="Name">Its name by the register.</param>
/// <param name="CreditCode">统一社会信用代码, or null.</param>
/// <param name="RegistrationNumber">注册号, or null.</param>
/// <param name="Records">What is published under its name, newest first.</param>
public sealed record EnterpriseDocument(
    string Name, string? CreditCode, string? RegistrationNumber, IReadOnlyList<PublishedRecord> Records)
{
    /// <summary>What is hidden while an objection is verified: a mark and no content.</summary>
    public IReadOnlyList<SuspendedMark> Suspended { get; init; } = [];

    /// <summary>曾用名: what it was called before, and what those were called that were found to be it; newest first.</summary>
    public IReadOnlyList<string> FormerNames { get; init; } = [];

    /// <summary>Older numbers of it, and those of enterprises that were found to be it: each leads here.</summary>
    public IReadOnlyList<string> OtherNumbers { get; init; } = [];

    /// <summary>住所 by the register, or null.</summary>
    public string? Address { get; init; }

    /// <summary>What its public records come to, and why; null where no scheme holds for it.</summary>
    public CreditDocument? Credit { get; init; }

    /// <summary>What it is restricted from now, where the document publishes the feedback of that under the enterprise; newest first.</summary>
    public IReadOnlyList<PublishedRestriction> Restrictions { get; init; } = [];

    /// <summary>The document of a view.</summary>
    public static EnterpriseDocument Of(
        PublicEnterprise enterprise, ResourceCatalogue catalogue, DepartmentRegister departments, JurisdictionProfiles? profiles = null) => new(
        enterprise.Name,
        enterprise.CreditCode,
        enterprise.RegistrationNumber,
        [.. enterprise.Records.Select(record => PublishedRecord.Of(record, catalogue, departments) with { ObjectionMark = MarkOf(record, profiles) })])
    {
        FormerNames = enterprise.FormerNames,
        OtherNumbers = enterprise.OtherNumbers,
        Address = enterprise.Address,
        Suspended = [.. enterprise.Suspended.Select(hidden => new SuspendedMark(
            hidden.Item,
            catalogue.Find(hidden.Item)?.Name ?? hidden.Item,
            departments.Find(hidden.Provider)?.Name ?? hidden.Provider,
            LegalZone.DayOf(hidden.Since),
            SuspendedMark.Text))],
    };

    private static string? MarkOf(PublicRecord record, JurisdictionProfiles? profiles) =>
        record.ObjectedIn is { } jurisdiction ? (profiles ?? JurisdictionProfiles.Default).Get(jurisdiction).Objections.PublicMark : null;
}

/// <summary>The mark in place of a record whose display is suspended (界政办〔2020〕5号 五(七)).</summary>
/// <param name="Item">The catalogue item's code.</param>
/// <param name="ItemName">Its Chinese name.</param>
/// <param name="Provider">The department that provides it.</param>
/// <param name="Since">The legal day since which it is hidden.</param>
/// <param name="Mark">What the public reads.</param>
public sealed record SuspendedMark(string Item, string ItemName, string Provider, DateOnly Since, string Mark)
{
    /// <summary>What the public reads in its place.</summary>
    public const string Text = "该信息正在异议核实，暂停公示";
}

/// <summary>A published record.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Item">The catalogue item's code.</param>
/// <param name="ItemName">Its Chinese name.</param>
/// <param name="Provider">The department that provides it and answers for it (谁产生、谁提供、谁负责).</param>
/// <param name="GeneratedOn">信息产生之日.</param>
/// <param name="CollectedOn">The legal day of its collection.</param>
/// <param name="PublishedOn">The legal day of its publication.</param>
/// <param name="CorrectedOn">The legal day of its last correction after publication, or null.</param>
/// <param name="CorrectedBy">Who corrected it, or null.</param>
/// <param name="Fields">What it says, in the catalogue's order.</param>
public sealed record PublishedRecord(
    string Id,
    string Item,
    string ItemName,
    string Provider,
    DateOnly? GeneratedOn,
    DateOnly CollectedOn,
    DateOnly PublishedOn,
    DateOnly? CorrectedOn,
    string? CorrectedBy,
    IReadOnlyList<PublishedField> Fields)
{
    /// <summary>What stands beside it while an objection to it is verified (A11), or null.</summary>
    public string? ObjectionMark { get; init; }

    /// <summary>The document of a record.</summary>
    public static PublishedRecord Of(PublicRecord record, ResourceCatalogue catalogue, DepartmentRegister departments)
    {
        var item = catalogue.Find(record.Content.Item);
        return new PublishedRecord(
            record.Id,
            record.Content.Item,
            item?.Name ?? record.Content.Item,
            departments.Find(record.Provider)?.Name ?? record.Provider,
            record.Content.GeneratedOn,
            LegalZone.DayOf(record.CollectedAt),
            LegalZone.DayOf(record.PublishedAt),
            record.CorrectedAt is { } corrected ? LegalZone.DayOf(corrected) : null,
            record.CorrectedBy is { } by ? departments.Find(by)?.Name ?? by : null,
            [.. FieldsOf(record.Content, item)]);
    }

    /// <summary>
    /// What of a content may be shown to others than its provider. The catalogue has the last word: a field that it does not know, or that concerns a person, is not shown;
    /// one that two layouts describe is shown once.
    /// </summary>
    public static IEnumerable<PublishedField> FieldsOf(RecordContent content, ResourceItem? item) =>
        from field in (item?.Fields ?? []).DistinctBy(field => field.Code)
        where field.Mask == FieldMask.None && content.Fields.ContainsKey(field.Code)
        select new PublishedField(field.Code, field.Name, content.Fields[field.Code]);
}

/// <summary>A field of a published record.</summary>
/// <param name="Code">The field's code.</param>
/// <param name="Name">Its Chinese name.</param>
/// <param name="Value">Its value; of a code list, the name that it stands for.</param>
public sealed record PublishedField(string Code, string Name, string Value);
