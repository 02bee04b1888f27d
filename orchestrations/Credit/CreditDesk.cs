using EntCredit.Domain.Calendar;
using EntCredit.Domain.Credit;
using EntCredit.Domain.Subjects;
using EntCredit.Orchestrations.Cases;
using EntCredit.Stores.Views;
using Microsoft.Extensions.DependencyInjection;

namespace EntCredit.Orchestrations.Credit;

/// <summary>What enterprises' records come to, as they stand now; and, once a day, as facts.</summary>
public sealed class CreditDesk(CaseWriter writer, ICreditBook book, ICaseIndex index, IIntakeIndex intake, CreditSchemes schemes, [FromKeyedServices("legal")] TimeProvider legal)
{
    private const int PageSize = 500;

    /// <summary>The scheme of a jurisdiction, or null.</summary>
    public CreditScheme? SchemeOf(string jurisdiction) => schemes.Find(jurisdiction);

    /// <summary>An enterprise judged now, by the scheme of the jurisdiction in whose register it stands; null where there is none.</summary>
    public async Task<CreditFinding?> FindAsync(string subject, CancellationToken cancellation)
    {
        if (await book.JurisdictionOfAsync(subject, cancellation) is not { } jurisdiction || schemes.Find(jurisdiction) is not { } scheme) return null;
        var records = (await book.RecordsAsync([subject], cancellation))[subject];
        return new CreditFinding(subject, scheme, CreditAssessment.Of(scheme, records, Today), records);
    }

    /// <summary>The same by number.</summary>
    public async Task<CreditFinding?> FindAsync((AliasKind Kind, string Value) number, CancellationToken cancellation) =>
        (await intake.SubjectsAsync([number], cancellation)).GetValueOrDefault(number) is { } known ? await FindAsync(known.Id, cancellation) : null;

    /// <summary>The enterprises of a scheme's jurisdiction that are of another class than the default, now.</summary>
    public async Task<IReadOnlyDictionary<string, CreditClass>> ClassesAsync(CreditScheme scheme, CancellationToken cancellation)
    {
        Dictionary<string, CreditClass> classes = new(StringComparer.Ordinal);
        foreach (var page in (await book.WithRecordsAsync(scheme.Jurisdiction, scheme.Items, cancellation)).Chunk(PageSize))
        {
            foreach (var (subject, records) in await book.RecordsAsync(page, cancellation))
            {
                var found = CreditAssessment.Of(scheme, records, Today);
                if (found.Class != scheme.Default.Id) classes[subject] = scheme.Class(found.Class);
            }
        }

        return classes;
    }

    /// <summary>Judges everybody of whom anything is known and keeps what is other than before. How many enterprises had news.</summary>
    public async Task<int> SweepAsync(CancellationToken cancellation)
    {
        var news = 0;
        foreach (var scheme in schemes.All)
        {
            var subjects = (await book.WithRecordsAsync(scheme.Jurisdiction, scheme.Items, cancellation)).Union(await KnownAsync(scheme, cancellation), StringComparer.Ordinal);
            foreach (var page in subjects.Chunk(PageSize))
            {
                foreach (var (subject, records) in await book.RecordsAsync(page, cancellation))
                    news += await KeepAsync(subject, scheme, CreditAssessment.Of(scheme, records, Today), cancellation);
            }
        }

        return news;
    }

    /// <summary>What is kept of an enterprise's credit.</summary>
    public Task<CaseAnswer<CreditFile>> FileAsync(string stream, CancellationToken cancellation) =>
        writer.LoadAsync<CreditEvent, CreditFile>(stream, CreditFile.Fold, cancellation);

    private DateOnly Today => LegalZone.DayOf(legal.GetUtcNow());

    private async Task<int> KeepAsync(string subject, CreditScheme scheme, CreditAssessment found, CancellationToken cancellation)
    {
        var stream = Instances.OfCredit(scheme.Jurisdiction, subject);
        var before = await FileAsync(stream, cancellation);
        var answer = await writer.AskAsync<CreditEvent, CreditFile>(
            stream,
            CreditFile.Fold,
            (now, state, _) => CreditDecider.Decide(new CreditCommand(now, subject, scheme, found), state),
            null,
            new CaseOrigin(scheme.Jurisdiction, subject),
            cancellation);
        return answer.Version > before.Version ? 1 : 0;
    }

    private async Task<List<string>> KnownAsync(CreditScheme scheme, CancellationToken cancellation)
    {
        var prefix = Instances.OfCredit(scheme.Jurisdiction, string.Empty);
        List<string> known = [];
        IReadOnlyList<string> page;
        do
        {
            page = await index.FindAsync(CaseKind.Credit, CasePart.Jurisdiction, scheme.Jurisdiction, known.Count == 0 ? null : prefix + known[^1], PageSize, cancellation);
            known.AddRange(page.Select(stream => stream[prefix.Length..]));
        }
        while (page.Count == PageSize);

        return known;
    }
}

/// <summary>An enterprise as judged.</summary>
/// <param name="Subject">Its internal id.</param>
/// <param name="Scheme">The scheme.</param>
/// <param name="Found">What its records come to.</param>
/// <param name="Records">The records.</param>
public sealed record CreditFinding(string Subject, CreditScheme Scheme, CreditAssessment Found, IReadOnlyList<CreditRecord> Records);
