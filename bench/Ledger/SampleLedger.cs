using System.Globalization;
using System.Security.Cryptography;
using EntCredit.Domain.Intake;
using EntCredit.Domain.Obligations;
using EntCredit.Domain.Records;
using EntCredit.Domain.Subjects;
using EntCredit.Stores.Ledger;

namespace EntCredit.Bench.Ledger;

/// <summary>
/// A ledger of a size: registered enterprises, five published records of each, written through the port. <c>ENTCREDIT_BENCH_RECORDS</c> says how many records (5,000,000);
/// <c>ENTCREDIT_BENCH_LEDGER</c>, where the file lies: it is made once and used again.
/// </summary>
internal static class SampleLedger
{
    public const int RecordsOfEach = 5;
    private const int SubjectsOfACall = 200;
    private static readonly DateTimeOffset At = new(2026, 1, 5, 2, 30, 0, TimeSpan.Zero);
    private static readonly string[] Items = ["penalty", "permit", "inspection", "permit", "penalty"];

    /// <summary>How many records.</summary>
    public static int Records { get; } =
        int.TryParse(Environment.GetEnvironmentVariable("ENTCREDIT_BENCH_RECORDS"), NumberStyles.None, CultureInfo.InvariantCulture, out var records) ? records : 5_000_000;

    /// <summary>How many enterprises.</summary>
    public static int Subjects => Records / RecordsOfEach;

    /// <summary>Where a kept ledger lies, or null.</summary>
    public static string? Kept => Environment.GetEnvironmentVariable("ENTCREDIT_BENCH_LEDGER");

    /// <summary>Writes it all.</summary>
    public static async Task FillAsync(string file, CancellationToken stop)
    {
        using var ledger = new SqliteLedger(file, RandomNumberGenerator.Create());
        await Parallel.ForEachAsync(
            Enumerable.Range(0, (Subjects + SubjectsOfACall - 1) / SubjectsOfACall),
            new ParallelOptions { MaxDegreeOfParallelism = 2, CancellationToken = stop },
            async (call, cancellation) => await ledger.AppendAsync(
                [.. Enumerable.Range(call * SubjectsOfACall, Math.Min(SubjectsOfACall, Subjects - call * SubjectsOfACall)).SelectMany(Enterprise)], cancellation));
    }

    private static IEnumerable<Append> Enterprise(int number)
    {
        var id = SampleRegister.IdOf(number);
        yield return new Append(id, id, 0,
        [
            new SubjectEvent.KnownAs(At, AliasKind.CreditCode, SampleRegister.CodeOf(number)),
            new SubjectEvent.Registered(At, SampleRegister.NameOf(number), "r-register") { Address = SampleRegister.AddressOf(number), Region = SampleRegister.RegionOf(number) },
        ]);
        for (var i = 0; i < RecordsOfEach; i++)
        {
            var record = number * RecordsOfEach + i;
            yield return new Append(string.Create(CultureInfo.InvariantCulture, $"20260105023000-aabbccddee-{record:D7}"), id, 0, [Collected(record, number, Items[i]), Published]);
        }
    }

    private static RecordEvent.Published Published { get; } = new(At.AddDays(1)) { Closed = [new ClosedDuty("T2", DutyOutcome.Met)] };

    private static RecordEvent.Collected Collected(int record, int subject, string item)
    {
        var document = string.Create(CultureInfo.InvariantCulture, $"界城罚〔2026〕{record}号");
        var fields = Enumerable.Range(1, 13).ToDictionary(
            column => string.Create(CultureInfo.InvariantCulture, $"field_{column}"), column => string.Create(CultureInfo.InvariantCulture, $"第{column}栏的样例内容，文字约二十个{record}"));
        fields["document_number"] = document;
        var arose = new DateOnly(2024, 1, 1).AddDays((int)(SampleRegister.Mixed(record) % 730));
        return new RecordEvent.Collected(
            At,
            new RecordOrigin("bench-chengguan", "jieshou", item, "20260105023000-aabbccddee", record + 2),
            SampleRegister.IdOf(subject),
            new RecordContent(
                item,
                fields,
                new Dictionary<string, string>(),
                new SubjectKey(SampleRegister.CodeOf(subject), null, SampleRegister.NameOf(subject)),
                document,
                arose,
                ContentStatus.Valid,
                UseScope.Public,
                true,
                "一般程序",
                null),
            SampleRegister.Mixed(record).ToString("x64", CultureInfo.InvariantCulture),
            Publicity.Published,
            true,
            true,
            null)
        {
            Opened =
            [
                new OpenedDuty("T1", "bench-chengguan", arose, arose.AddDays(9), "2026-1"),
                new OpenedDuty("T2", "bench-scjg", arose, arose.AddDays(28), "2026-1"),
            ],
            Closed = [new ClosedDuty("T1", DutyOutcome.Met)],
        };
    }
}
