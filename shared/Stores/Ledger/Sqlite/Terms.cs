using EntCredit.Stores.Views.Projections;

namespace EntCredit.Stores.Ledger.Sqlite;

/// <summary>Words that many rows repeat (departments, items, rules, batches), each kept once and named by a number. Writing side.</summary>
internal sealed class Terms(SqliteSession session)
{
    private const int Remembered = 10_000;
    private readonly Dictionary<string, long> _known = new(StringComparer.Ordinal);
    private readonly Dictionary<string, long> _subjects = new(StringComparer.Ordinal);

    public long? Number(string? text) => text is null ? null : Of(text);

    public long Of(string text)
    {
        if (_known.TryGetValue(text, out var number)) return number;
        if (_known.Count >= Remembered) _known.Clear();
        return _known[text] = Find(text) ?? Add(text);
    }

    /// <summary>A subject's number: its rows come together, and its name lies in no order.</summary>
    public long OfSubject(string subject)
    {
        if (_subjects.TryGetValue(subject, out var number)) return number;
        if (_subjects.Count >= Remembered) _subjects.Clear();
        return _subjects[subject] = SubjectProjection.NumberOf(session, subject);
    }

    /// <summary>After a roll-back, what was remembered may never have been.</summary>
    public void Forget()
    {
        _known.Clear();
        _subjects.Clear();
    }

    private long? Find(string text) => session.Prepare("SELECT id FROM terms WHERE text = ?").Bind(text).First(row => row.Number(0));

    private long Add(string text) =>
        session.Prepare("INSERT INTO terms (text) VALUES (?) RETURNING id").Bind(text).First(row => row.Number(0))!.Value;
}
