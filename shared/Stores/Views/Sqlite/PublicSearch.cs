using EntCredit.Domain.Records;
using EntCredit.Domain.Subjects;
using EntCredit.Stores.Ledger.Sqlite;
using EntCredit.Stores.Views.Projections;

namespace EntCredit.Stores.Views.Sqlite;

/// <summary>
/// One search. Words alone are answered by the index of words, in its order. Where what is published counts too, the rarer side leads: few enterprises by their words, or few records
/// whose enterprises are compared; else the enterprises are looked through in their order, so many of them for one page.
/// </summary>
internal sealed class PublicSearch(SqliteSession session, PublicQuery query)
{
    private const int FewByWords = 500, FewRecords = 300, MostLookedAt = 2_000;

    private const string Names = "SELECT rowid FROM names WHERE names MATCH ? AND rowid > ? ORDER BY rowid LIMIT ?";

    private const string Following = "SELECT count(*) FROM (SELECT 1 FROM names WHERE names MATCH ? AND rowid > ? LIMIT ?)";

    private const string OfItem = "SELECT coalesce(s.root, s.id) FROM records r JOIN subjects s ON s.id = r.subject WHERE r.phase = 6 AND r.item = ? AND r.arose BETWEEN ? AND ? LIMIT ?";

    private const string Shows = """
        EXISTS (SELECT 1 FROM records r WHERE r.subject = c.id AND r.phase = 6 AND (?1 IS NULL OR r.item = ?1) AND r.arose BETWEEN ?2 AND ?3)
        OR EXISTS (SELECT 1 FROM subjects f JOIN records r ON r.subject = f.id WHERE f.root = c.id AND r.phase = 6 AND (?1 IS NULL OR r.item = ?1) AND r.arose BETWEEN ?2 AND ?3)
        """;

    private const string One = $"SELECT 1 FROM (SELECT ?4 AS id) c WHERE {Shows}";

    private const string WithWords = $"SELECT c.id, {Shows} FROM (SELECT rowid AS id FROM names WHERE names MATCH ?4 AND rowid > ?5 ORDER BY rowid LIMIT ?6) c";

    private const string Everybody = $"""
        SELECT c.id, {Shows} FROM (SELECT id FROM subjects WHERE id > ?4 AND registered_name IS NOT NULL AND root IS NULL ORDER BY id LIMIT ?5) c
        """;

    private readonly string? _match = NameProjection.QueryOf(query.Words, query.Address, query.Region);
    private readonly long _from = query.From?.DayNumber ?? 0, _until = query.Until?.DayNumber ?? int.MaxValue;
    private readonly long? _item = query.Item is { } item ? session.Prepare("SELECT id FROM terms WHERE text = ?").Bind(item).First(row => row.Number(0)) ?? -1 : null;

    /// <summary>A page.</summary>
    public PublicHits Page(long after, int limit)
    {
        if (query.Number is { } number) return Listed(SubjectFamily.Of(session, number) is { Root: var root } && Says(root) && Has(root) ? [root] : [], after, limit);
        if (!query.AsksForRecords) return _match is null ? PublicHits.None : ByWords(_match, after, limit);
        if (FewSaying() is { } saying) return Listed([.. saying.Where(Has)], after, limit);
        return FewShowing() is { } showing ? Listed([.. showing.Where(Says)], after, limit) : Through(after, limit);
    }

    private PublicHits ByWords(string match, long after, int limit)
    {
        var found = session.Prepare(Names).Bind(match).Bind(after).Bind(limit).All(row => row.Number(0));
        if (found.Count < limit) return new PublicHits(Hits(found), 0, null);
        var more = (int)session.Prepare(Following).Bind(match).Bind(found[^1]).Bind(PublicHits.MostCounted).First(row => row.Number(0))!.Value;
        return new PublicHits(Hits(found), more, more == 0 ? null : found[^1]) { AtLeast = more == PublicHits.MostCounted };
    }

    private List<long>? FewSaying()
    {
        if (_match is null) return null;
        var roots = session.Prepare(Names).Bind(_match).Bind(0).Bind(FewByWords + 1).All(row => row.Number(0));
        return roots.Count > FewByWords ? null : roots;
    }

    private List<long>? FewShowing()
    {
        if (_item is not { } item) return null;
        var roots = session.Prepare(OfItem).Bind(item).Bind(_from).Bind(_until).Bind(FewRecords + 1).All(row => row.Number(0));
        return roots.Count > FewRecords ? null : [.. roots.Distinct().Order()];
    }

    private PublicHits Listed(IReadOnlyList<long> all, long after, int limit)
    {
        var rest = all.Where(root => root > after).ToList();
        var page = rest.Take(limit).ToList();
        return new PublicHits(Hits(page), rest.Count - page.Count, rest.Count > page.Count ? page[^1] : null);
    }

    private PublicHits Through(long after, int limit)
    {
        var rows = session.Prepare(_match is null ? Everybody : WithWords).Bind(_item).Bind(_from).Bind(_until);
        if (_match is not null) rows.Bind(_match);
        var (page, more, looked, last) = (new List<long>(), 0, 0, after);
        foreach (var (id, shows) in rows.Bind(after).Bind(MostLookedAt).All(row => (row.Number(0), row.Number(1) == 1)))
        {
            (looked, last) = (looked + 1, page.Count < limit ? id : last);
            if (!shows) continue;
            if (page.Count < limit) page.Add(id);
            else more++;
        }

        var ended = looked < MostLookedAt;
        return new PublicHits(Hits(page), more, ended && more == 0 ? null : last) { AtLeast = !ended };
    }

    private bool Has(long root) => !query.AsksForRecords || session.Prepare(One).Bind(_item).Bind(_from).Bind(_until).Bind(root).First(row => row.Number(0)) is not null;

    /// <summary>Whether the words that are asked for say so of one enterprise: as the index does, without it.</summary>
    private bool Says(long root)
    {
        var family = SubjectFamily.Of(session, root);
        if (family.Name is null) return false;
        if (_match is null) return true;
        var names = family.AllNames(session).Select(NameText.Fold).ToList();
        var region = session.Prepare("SELECT region FROM subjects WHERE id = ?").Bind(root).FirstText();
        return NameProjection.WordsOf(query.Words).All(word => names.Exists(name => name.Contains(word, StringComparison.Ordinal)))
            && Stands(query.Address, family.Address) && Stands(query.Region, region);
    }

    private static bool Stands(string? words, string? text)
    {
        var folded = NameText.Fold(text ?? "");
        return NameProjection.WordsOf(words).All(word => folded.Contains(word, StringComparison.Ordinal));
    }

    private IReadOnlyList<PublicHit> Hits(List<long> roots) => [.. roots.Select(root =>
    {
        var family = SubjectFamily.Of(session, root);
        return new PublicHit(family.Name!, family.Number(session, AliasKind.CreditCode), family.Number(session, AliasKind.RegistrationNumber))
        {
            Address = family.Address,
            FormerName = FormerName(family),
        };
    })];

    private string? FormerName(SubjectFamily family)
    {
        var words = NameProjection.WordsOf(query.Words).ToList();
        var name = NameText.Fold(family.Name!);
        return words.TrueForAll(word => name.Contains(word, StringComparison.Ordinal))
            ? null
            : family.AllNames(session).FirstOrDefault(other => words.Exists(word => !name.Contains(word, StringComparison.Ordinal) && NameText.Fold(other).Contains(word, StringComparison.Ordinal)));
    }
}
