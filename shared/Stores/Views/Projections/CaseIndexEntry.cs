using EntCredit.Stores.Ledger.Sqlite;

namespace EntCredit.Stores.Views.Projections;

/// <summary>Writes what one fact changes in the index of cases.</summary>
internal readonly struct CaseIndexEntry(Fact fact, SqliteSession session, Terms terms)
{
    private const string Insert = "INSERT INTO case_index (kind, part, key, stream) VALUES (?, ?, ?, ?) ON CONFLICT DO NOTHING";

    private const string KeysOf = "SELECT t.text FROM case_index c JOIN terms t ON t.id = c.key WHERE c.stream = ? AND c.part = ? ORDER BY t.text";

    private const string Standing = """
        SELECT s.name FROM case_index c JOIN streams s ON s.id = c.stream
        WHERE c.kind = ?1 AND c.part = ?2 AND c.key = ?3
        AND NOT EXISTS (SELECT 1 FROM case_index x WHERE x.stream = c.stream AND x.part = ?4) ORDER BY c.stream
        """;

    private const string LiftedSanction = "SELECT stream FROM case_index WHERE kind = ? AND part = ? AND key = ?";

    /// <summary>A case's first fact, or one that repeats whose it is.</summary>
    public void Begin(CaseKind kind, string jurisdiction, string? subject = null, string? record = null)
    {
        Add(kind, CasePart.Jurisdiction, jurisdiction);
        if (subject is not null) Add(kind, CasePart.Subject, subject);
        if (record is not null) Add(kind, CasePart.Record, record);
    }

    public void Add(CaseKind kind, CasePart part, string key) => Add(kind, part, key, fact.Stream);

    public void AddItself(CaseKind kind, CasePart part) => Add(kind, part, fact.StreamName);

    public void Remove(CasePart part) =>
        session.Prepare("DELETE FROM case_index WHERE stream = ? AND part = ?").Bind(fact.Stream).Bind((long)part).Run();

    public List<string> Keys(CasePart part) => session.Prepare(KeysOf).Bind(fact.Stream).Bind((long)part).All(row => row.Text(0));

    /// <summary>The restrictions that follow from this sanction and were not lifted.</summary>
    public List<string> StandingRestrictions() => session.Prepare(Standing)
        .Bind((long)CaseKind.Restriction)
        .Bind((long)CasePart.FollowsFrom)
        .Bind(terms.Of(fact.StreamName))
        .Bind((long)CasePart.Lifted)
        .All(row => row.Text(0));

    /// <summary>This case follows from a sanction; where that was lifted meanwhile, this one is to be told.</summary>
    public void Follow(CaseKind kind, string sanction)
    {
        Add(kind, CasePart.FollowsFrom, sanction);
        var lifted = session.Prepare(LiftedSanction)
            .Bind((long)CaseKind.Sanction)
            .Bind((long)CasePart.Lifted)
            .Bind(terms.Of(sanction))
            .First(row => row.Number(0));
        if (lifted is { } stream) Add(CaseKind.Sanction, CasePart.Unsettled, fact.StreamName, stream);
    }

    /// <summary>This stream was told.</summary>
    public void Settle() => session.Prepare("DELETE FROM case_index WHERE kind = ? AND part = ? AND key = ?")
        .Bind((long)CaseKind.Sanction)
        .Bind((long)CasePart.Unsettled)
        .Bind(terms.Of(fact.StreamName))
        .Run();

    private void Add(CaseKind kind, CasePart part, string key, long stream) =>
        session.Prepare(Insert).Bind((long)kind).Bind((long)part).Bind(terms.Of(key)).Bind(stream).Run();
}
