using EntCredit.Stores.Ledger;
using EntCredit.Stores.Outbox;
using EntCredit.Stores.Tests.Ledger;
using Microsoft.Data.Sqlite;

namespace EntCredit.Stores.Tests.Outbox;

public sealed class SqliteOutboxTests : OutboxContract, IDisposable
{
    private readonly LedgerFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task Next_LedgerFromBeforeThereWereMessages_BeginsAtItsEnd()
    {
        using (var ledger = _folder.Open()) await PushAsync(ledger, "sanction-01");
        using (var connection = new SqliteConnection(new SqliteConnectionStringBuilder { DataSource = _folder.File, Pooling = false }.ConnectionString))
        {
            connection.Open();
            using var drop = connection.CreateCommand();
            drop.CommandText = "DROP TABLE outbox";
            drop.ExecuteNonQuery();
        }

        var reopened = _folder.Open();
        var outbox = new SqliteOutbox(reopened);
        Assert.Empty(await DrainAsync(outbox));
        await PushAsync(reopened, "sanction-02");
        Assert.Equal([new OutboxEvent("sanction-02", 1)], await DrainAsync(outbox));
    }

    protected override (ILedger Ledger, IOutbox Outbox) Open()
    {
        var ledger = _folder.Open();
        return (ledger, new SqliteOutbox(ledger));
    }

    protected override IOutbox OpenAgain() => new SqliteOutbox(_folder.Open());
}
