using EntCredit.Domain.Subjects;
using EntCredit.Stores.Ledger.Sqlite;

namespace EntCredit.Stores.Views.Projections;

/// <summary>The words of registered names, in pairs of characters (<see cref="NameText"/>): what the public searches by.</summary>
internal sealed class NameProjection : IProjection
{
    // It keeps no text of its own: the name stands with its subject.
    public const string Tables = "CREATE VIRTUAL TABLE names USING fts5(grams, content='', contentless_delete=1, tokenize=\"unicode61 remove_diacritics 0\");";

    public void Apply(in Fact fact, SqliteSession session, Terms terms)
    {
        if (fact.Event is not SubjectEvent.Registered registered) return;
        session.Prepare("INSERT OR REPLACE INTO names (rowid, grams) VALUES (?, ?)")
            .Bind(SubjectProjection.NumberOf(session, fact.StreamName))
            .Bind(string.Join(' ', NameText.Grams(registered.Name)))
            .Run();
    }

    /// <summary>The query that finds names in which every word stands, or null where the words say nothing.</summary>
    public static string? QueryOf(string words)
    {
        var terms = words.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).Select(NameText.Fold).Where(word => word.Length > 0).Distinct().ToList();
        return terms.Count == 0 ? null : string.Join(' ', terms.Select(QueryOfWord));
    }

    // Folded words are letters and digits alone: nothing of theirs is the query language's. The pairs of a word stand one after the other.
    private static string QueryOfWord(string word) => NameText.Grams(word) switch
    {
        [var single] => $"\"{single}\"*",
        var pairs => $"\"{string.Join(' ', pairs.SkipLast(1))}\"",
    };
}
