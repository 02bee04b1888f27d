using EntCredit.Domain.Batches;
using EntCredit.Domain.Events;
using EntCredit.Domain.Intake;
using EntCredit.Domain.Records;
using EntCredit.Domain.Subjects;
using EntCredit.Stores.Ledger;
using EntCredit.Stores.Tests.Ledger;
using EntCredit.Stores.Views.Sqlite;

namespace EntCredit.Stores.Tests.Views;

/// <summary>A ledger with its views, and short ways to write facts into it.</summary>
public abstract class ViewFixture : IDisposable
{
    internal const string Batch = "20260105023000-aabbccddee";
    private readonly LedgerFolder _folder = new();

    protected ViewFixture()
    {
        Ledger = _folder.Open();
        Intake = new SqliteIntakeIndex(Ledger.Reads);
        Public = new SqlitePublicView(Ledger.Reads);
        Obligations = new SqliteObligationBook(Ledger.Reads);
        Batches = new SqliteBatchView(Ledger.Reads);
        Records = new SqliteRecordBook(Ledger.Reads);
    }

    protected static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    protected static DateTimeOffset At => Samples.At;

    protected SqliteLedger Ledger { get; }

    protected SqliteIntakeIndex Intake { get; }

    protected SqlitePublicView Public { get; }

    protected SqliteObligationBook Obligations { get; }

    protected SqliteBatchView Batches { get; }

    protected SqliteRecordBook Records { get; }

    protected string File => _folder.File;

    public void Dispose()
    {
        _folder.Dispose();
        GC.SuppressFinalize(this);
    }

    protected async Task HappenAsync(string stream, params DomainEvent[] events)
    {
        var loaded = await Ledger.LoadAsync(stream, Cancellation);
        await Ledger.AppendAsync([new Append(stream, loaded.Partition ?? stream, loaded.Version, events)], Cancellation);
    }

    protected Task RegisterAsync(string subject, string code, string name = "界首市样例甲有限公司") =>
        HappenAsync(subject, new SubjectEvent.KnownAs(At, AliasKind.CreditCode, code), new SubjectEvent.Registered(At, name, "r-register"));

    protected Task ArriveAsync(string batch, string department = "jieshou-chengguan", string item = "penalty", string jurisdiction = "jieshou") =>
        HappenAsync(BatchIds.Stream(batch), new BatchEvent.Arrived(At, department, jurisdiction, item, $"{department}/{item}/a.csv", "0x1", 10, true));

    protected Task ReadAsync(string batch, string content, string? sameAs = null) =>
        HappenAsync(BatchIds.Stream(batch), new BatchEvent.Read(At, content, sameAs, 1, 1, "csv", "utf-8"));

    internal static RecordEvent.Collected Collected(
        string subject = Samples.Subject, RecordContent? content = null, int line = 2, bool registered = true, bool reviewed = true, string digest = "d1") =>
        Samples.Collected(digest) with
        {
            Subject = subject,
            Content = content ?? Samples.Content(),
            Origin = Samples.Origin with { Line = line },
            SubjectRegistered = registered,
            Reviewed = reviewed,
            Personal = null,
        };

    internal static RecordEvent.Published Published(int days = 1) =>
        new(At.AddDays(days)) { Closed = [new("T2", Domain.Obligations.DutyOutcome.Met)] };
}
