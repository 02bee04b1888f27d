using EntCredit.Domain.Subjects;
using EntCredit.Stores.Ledger.Sqlite;

namespace EntCredit.Stores.Views.Projections;

/// <summary>
/// The words by which the public searches, in pairs of characters (<see cref="NameText"/>): names of today and before, address and region. One row for each enterprise that is
/// shown; those that were merged into it lend it their words.
/// </summary>
internal sealed class NameProjection : IProjection
{
    // It keeps no text of its own: the name stands with its subject.
    public const string Tables = "CREATE VIRTUAL TABLE names USING fts5(grams, content='', contentless_delete=1, tokenize=\"unicode61 remove_diacritics 0\");";

    // Letters that no name begins with: an address never answers for a name, and a common word of addresses does not slow down the names.
    private const string AddressMark = "\u0298", RegionMark = "\u02AD";

    private const string Family = "SELECT id, registered_name, address, region FROM subjects WHERE (id = ?1 OR root = ?1) AND registered_name IS NOT NULL ORDER BY id <> ?1, id";

    private const string Former = "SELECT name FROM former_names WHERE subject = ? ORDER BY position DESC";

    public void Apply(in Fact fact, SqliteSession session, Terms terms)
    {
        switch (fact.Event)
        {
            case SubjectEvent.Registered:
                Write(session, SubjectProjection.RootOf(session, SubjectProjection.NumberOf(session, fact.StreamName)));
                break;
            case SubjectEvent.MergedInto e:
                session.Prepare("DELETE FROM names WHERE rowid = ?").Bind(SubjectProjection.NumberOf(session, fact.StreamName)).Run();
                Write(session, SubjectProjection.RootOf(session, SubjectProjection.NumberOf(session, e.Into)));
                break;
            case SubjectEvent.Separated e:
                Write(session, SubjectProjection.NumberOf(session, fact.StreamName));
                Write(session, SubjectProjection.RootOf(session, SubjectProjection.NumberOf(session, e.From)));
                break;
        }
    }

    /// <summary>The query that finds enterprises of which every word says something, or null where the words say nothing.</summary>
    public static string? QueryOf(string? words, string? address = null, string? region = null)
    {
        List<string> terms = [.. WordsOf(words).Select(word => QueryOfWord(word, "")), .. WordsOf(address).Select(word => QueryOfWord(word, AddressMark)),
            .. WordsOf(region).Select(word => QueryOfWord(word, RegionMark))];
        return terms.Count == 0 ? null : string.Join(' ', terms);
    }

    /// <summary>The folded words of a text.</summary>
    public static IEnumerable<string> WordsOf(string? words) =>
        (words ?? "").Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).Select(NameText.Fold).Where(word => word.Length > 0).Distinct();

    // Folded words are letters and digits alone: nothing of theirs is the query language's. The pairs of a word stand one after the other.
    private static string QueryOfWord(string word, string mark) => NameText.Grams(word) switch
    {
        [var single] => $"\"{mark}{single}\"*",
        var pairs => $"\"{string.Join(' ', pairs.SkipLast(1).Select(pair => mark + pair))}\"",
    };

    private static void Write(SqliteSession session, long root)
    {
        var family = session.Prepare(Family).Bind(root).All(row => (Id: row.Number(0), Name: row.Text(1), Address: row.TextOrNull(2), Region: row.TextOrNull(3)));
        if (family.Count == 0)
        {
            session.Prepare("DELETE FROM names WHERE rowid = ?").Bind(root).Run();
            return;
        }

        var names = family.SelectMany(one => session.Prepare(Former).Bind(one.Id).All(row => row.Text(0)).Prepend(one.Name));
        IEnumerable<string> grams =
        [
            .. names.Distinct(StringComparer.Ordinal).SelectMany(NameText.Grams), .. Marked(family[0].Address, AddressMark), .. Marked(family[0].Region, RegionMark),
        ];
        session.Prepare("INSERT OR REPLACE INTO names (rowid, grams) VALUES (?, ?)").Bind(root).Bind(string.Join(' ', grams)).Run();
    }

    private static IEnumerable<string> Marked(string? text, string mark) => text is null ? [] : NameText.Grams(text).Select(gram => mark + gram);
}
