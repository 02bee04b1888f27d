using EntCredit.Domain.Batches;
using EntCredit.Stores.Ledger.Sqlite;

namespace EntCredit.Stores.Views.Projections;

/// <summary>Which uploads there are and how far each has come.</summary>
internal sealed class BatchProjection : IProjection
{
    public const string Tables = """
        CREATE TABLE batches (
            stream INTEGER PRIMARY KEY,
            batch INTEGER NOT NULL UNIQUE,
            department INTEGER NOT NULL,
            jurisdiction INTEGER NOT NULL,
            item INTEGER NOT NULL,
            phase INTEGER NOT NULL,
            content TEXT,
            read_position INTEGER,
            path TEXT NOT NULL,
            withdrawal INTEGER,
            review INTEGER);
        CREATE INDEX batches_of_department ON batches (department, stream);
        CREATE INDEX batches_by_content ON batches (content, read_position) WHERE content IS NOT NULL;
        CREATE INDEX batches_by_path ON batches (path);
        CREATE INDEX batches_withdrawing ON batches (stream) WHERE withdrawal = 1;
        CREATE INDEX batches_reviewing ON batches (stream) WHERE review = 1;
        CREATE INDEX batches_unfinished ON batches (stream) WHERE phase IN (1, 2);
        """;

    private const string Add = "INSERT INTO batches (stream, batch, department, jurisdiction, item, phase, path) VALUES (?, ?, ?, ?, ?, ?, ?)";

    // The fold of Batch: refused before repeated before receipted.
    private const string Read = "UPDATE batches SET content = ?, read_position = ?, phase = CASE WHEN phase = ? THEN phase ELSE ? END WHERE stream = ?";
    private const string Receipt = "UPDATE batches SET phase = ? WHERE stream = ? AND phase NOT IN (?, ?)";

    private const string Withdrawal = "UPDATE batches SET withdrawal = ? WHERE stream = ?";

    private const string Review = "UPDATE batches SET review = ? WHERE stream = ?";

    // What the columns say: null where nothing was declared.
    private const int Declared = 1;
    private const int Done = 2;

    /// <summary>A batch's id, by its stream or as it is.</summary>
    public static string IdOf(string batch) => batch.StartsWith("batch-", StringComparison.Ordinal) ? batch["batch-".Length..] : batch;

    public void Apply(in Fact fact, SqliteSession session, Terms terms)
    {
        switch (fact.Event)
        {
            case BatchEvent.Arrived e:
                session.Prepare(Add)
                    .Bind(fact.Stream)
                    .Bind(terms.Of(IdOf(fact.StreamName)))
                    .Bind(terms.Of(e.Department))
                    .Bind(terms.Of(e.Jurisdiction))
                    .Bind(terms.Of(e.Item))
                    .Bind((long)BatchPhase.Arrived)
                    .Bind(e.Path)
                    .Run();
                break;
            case BatchEvent.Read e:
                session.Prepare(Read)
                    .Bind(e.ContentSha256)
                    .Bind(fact.Position)
                    .Bind((long)BatchPhase.Refused)
                    .Bind((long)(e.SameAs is null ? BatchPhase.Taking : BatchPhase.Repeated))
                    .Bind(fact.Stream)
                    .Run();
                break;
            case BatchEvent.Refused:
                session.Prepare("UPDATE batches SET phase = ? WHERE stream = ?").Bind((long)BatchPhase.Refused).Bind(fact.Stream).Run();
                break;
            case BatchEvent.Withdrawn:
                session.Prepare(Withdrawal).Bind(Declared).Bind(fact.Stream).Run();
                break;
            case BatchEvent.WithdrawalDone:
                session.Prepare(Withdrawal).Bind(Done).Bind(fact.Stream).Run();
                break;
            case BatchEvent.ReviewDone:
                session.Prepare(Review).Bind(Declared).Bind(fact.Stream).Run();
                break;
            case BatchEvent.ReviewCarriedOut:
                session.Prepare(Review).Bind(Done).Bind(fact.Stream).Run();
                break;
            case BatchEvent.Receipted:
                session.Prepare(Receipt)
                    .Bind((long)BatchPhase.Receipted)
                    .Bind(fact.Stream)
                    .Bind((long)BatchPhase.Refused)
                    .Bind((long)BatchPhase.Repeated)
                    .Run();
                break;
        }
    }
}
