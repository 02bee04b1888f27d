using EntCredit.Domain.Calendar;
using EntCredit.Domain.Catalogue;
using EntCredit.Domain.Departments;
using EntCredit.Domain.Jurisdictions;
using EntCredit.Domain.Records;
using EntCredit.Domain.Sharing;
using EntCredit.Functions.Access;
using EntCredit.Functions.Cases;
using EntCredit.Functions.Public;
using EntCredit.Orchestrations.Sharing;
using EntCredit.Stores.Views;

namespace EntCredit.Functions.Enterprises;

/// <summary>Puts together what a caller may see of an enterprise: each record by <see cref="RecordSharing"/>, the rest by the caller's office.</summary>
public sealed class EnterpriseFileReader(
    IEnterpriseBook book, ConsentDesk consents, FiledCases cases, CaseReplies replies, ResourceCatalogue catalogue, DepartmentRegister departments, JurisdictionProfiles profiles)
{
    private const int PageSize = 100;

    /// <summary>The file of an enterprise, or null where nobody has the number and nothing of it was refused.</summary>
    /// <param name="caller">Who asks.</param>
    /// <param name="number">Its credit code or registration number.</param>
    /// <param name="after">The last record of the page before, or null.</param>
    /// <param name="cancellation">Stops the reading.</param>
    public async Task<EnterpriseFileDocument?> ReadAsync(Caller caller, string number, string? after, CancellationToken cancellation)
    {
        var enterprise = await book.FindAsync(number, cancellation);
        var page = enterprise is null ? [] : await book.RecordsAsync(enterprise.Subject, after, PageSize, cancellation);
        var refused = after is null ? await book.RefusedAsync(enterprise?.Numbers ?? [number], ProvidersFor(caller), PageSize, cancellation) : [];
        var reader = ReaderOf(caller, enterprise is null ? [] : await consents.OfAsync(caller.Id, enterprise.Members, cancellation));
        List<FiledRecordDocument> records = [], mending = [];
        List<SuspendedMark> marks = [];
        foreach (var filed in page) await AddAsync(filed, records);
        foreach (var filed in refused) await AddAsync(filed, mending);

        // Whom nobody else may know of is unknown.
        if (enterprise?.Name is null && records.Count + mending.Count == 0) return null;
        var supervisor = after is null && (reader.Publishes || reader.Supervises);
        return new EnterpriseFileDocument(
            enterprise?.Name,
            enterprise?.CreditCode,
            enterprise?.RegistrationNumber,
            enterprise?.Address,
            enterprise?.FormerNames ?? [],
            [.. (enterprise?.Numbers ?? []).Where(other => other != enterprise!.CreditCode && other != enterprise.RegistrationNumber)],
            records,
            marks,
            mending,
            supervisor && enterprise is not null ? await cases.OfAsync(caller, enterprise.Members, [.. page.Select(record => record.Id)], cancellation) : null,
            UseOf(profiles.Get(caller.Department.Jurisdiction).Sharing),
            page.Count == PageSize ? page[^1].Id : null);

        async Task AddAsync(FiledRecord filed, List<FiledRecordDocument> into)
        {
            var item = catalogue.Find(filed.Content.Item);
            var sight = RecordSharing.Of(
                reader,
                new SharedRecord(filed.Provider, filed.Jurisdiction, filed.Phase, filed.Content, item?.Disclosure ?? Disclosure.Internal, filed.PublishedAt is not null));
            if (sight == RecordSight.Mark) marks.Add(MarkOf(filed, item));
            if (sight is RecordSight.Mark or RecordSight.Nothing) return;
            into.Add(await DocumentAsync(filed, item, sight, cancellation));
            if (sight != RecordSight.Content || filed.Phase != RecordPhase.Published) caller.Note(filed.Provider, filed.Jurisdiction);
        }
    }

    private async Task<FiledRecordDocument> DocumentAsync(FiledRecord filed, ResourceItem? item, RecordSight sight, CancellationToken cancellation)
    {
        var profile = profiles.Get(filed.Jurisdiction);
        var rule = profile.PublicationOf(filed.Content.Item, null, filed.Content.Procedure);
        var stands = sight is RecordSight.State or RecordSight.Whole;
        return new FiledRecordDocument(
            filed.Id,
            filed.Content.Item,
            item?.Name ?? filed.Content.Item,
            rule.Name,
            rule.Source.Inferred ? Silent : rule.Source.ToString(),
            filed.Phase == RecordPhase.Published,
            NameOf(filed.Provider),
            filed.Jurisdiction,
            stands ? filed.Phase : null,
            filed.Content.GeneratedOn,
            Day(filed.CollectedAt),
            Day(filed.PublishedAt),
            Day(filed.CorrectedAt),
            filed.CorrectedBy is { } by ? NameOf(by) : null,
            Day(filed.HiddenSince),
            filed.ObjectedIn is { } objected ? profiles.Get(objected).Objections.PublicMark : null,
            sight == RecordSight.State ? null : [.. PublishedRecord.FieldsOf(filed.Content, item)],
            stands ? await replies.DutiesAsync(filed.Id, cancellation) : null);
    }

    private static RecordReader ReaderOf(Caller caller, IReadOnlyList<ConsentEvent.Given> consents) => new(
        caller.Id,
        caller.Department.Jurisdiction,
        caller.Has(DepartmentRole.MarketSupervision),
        caller.Has(DepartmentRole.Auditor) || caller.Has(DepartmentRole.Operator),
        caller.Reach == Reach.Everything,
        consents);

    // Whose refused rows are asked for: one's own, or those of all whom one's office supervises.
    private List<string> ProvidersFor(Caller caller) =>
        !caller.Has(DepartmentRole.MarketSupervision) && !caller.Has(DepartmentRole.Auditor) && !caller.Has(DepartmentRole.Operator)
            ? [caller.Id]
            : [.. departments.All.Where(one => caller.Reach == Reach.Everything || one.Jurisdiction == caller.Department.Jurisdiction).Select(one => one.Id)];

    private SuspendedMark MarkOf(FiledRecord filed, ResourceItem? item) => new(
        filed.Content.Item, item?.Name ?? filed.Content.Item, NameOf(filed.Provider), LegalZone.DayOf(filed.HiddenSince ?? filed.PublishedAt!.Value), SuspendedMark.Text);

    private string NameOf(string department) => departments.Find(department)?.Name ?? department;

    private static DateOnly? Day(DateTimeOffset? at) => at is { } known ? LegalZone.DayOf(known) : null;

    private const string Silent = "文件未作规定";

    private static IReadOnlyList<UseTerm> UseOf(SharingRule rule)
    {
        var source = rule.Source.Inferred ? Silent : rule.Source.ToString();
        List<UseTerm> terms = [];
        if (rule.PurposeRecorded) terms.Add(new UseTerm("仅限依法履职使用，查询用途已记录", source));
        if (rule.RepublicationForbidden) terms.Add(new UseTerm("公示系统未公布的信息，不得擅自向社会公布", source));
        if (rule.ApprovalBeyond) terms.Add(new UseTerm("非共享信息和本行政区域以外的信息，须向上级市场监管部门或者提供信息的部门申请并获同意", source));
        return terms;
    }
}
