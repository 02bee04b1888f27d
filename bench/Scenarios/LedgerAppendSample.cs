using System.Globalization;
using EntCredit.Domain.Events;
using EntCredit.Domain.Intake;
using EntCredit.Domain.Obligations;
using EntCredit.Domain.Records;
using EntCredit.Domain.Subjects;
using EntCredit.Stores.Ledger;

namespace EntCredit.Bench.Scenarios;

/// <summary>Collected penalties of invented enterprises in 16 columns, five of each enterprise, with both duties, as the intake writes them.</summary>
internal static class LedgerAppendSample
{
    /// <summary>Records of one call: a segment.</summary>
    public const int Segment = 1_000;

    private const int RecordsOfASubject = 5;
    private static readonly DateTimeOffset At = new(2026, 1, 5, 2, 30, 0, TimeSpan.Zero);

    /// <summary>Whole segments, each with the subjects that it meets first.</summary>
    public static IReadOnlyList<IReadOnlyList<Append>> Segments(int records) =>
        [.. Enumerable.Range(0, records / Segment).Select(segment => (IReadOnlyList<Append>)[.. Enumerable.Range(segment * Segment, Segment).SelectMany(Row)])];

    /// <summary>One record's appends.</summary>
    public static IEnumerable<Append> Row(int number)
    {
        var subject = "subject-" + Scattered(number / RecordsOfASubject).ToString("x20", CultureInfo.InvariantCulture);
        if (number % RecordsOfASubject == 0)
            yield return new Append(subject, subject, 0, [new SubjectEvent.KnownAs(At, AliasKind.CreditCode, $"9199{number:D14}")]);
        yield return new Append($"20260105023000-aabbccddee-{number:D7}", subject, 0, [Collected(number, subject)]);
    }

    private static RecordEvent.Collected Collected(int number, string subject)
    {
        var document = $"界城罚〔2026〕{number}号";
        var fields = Enumerable.Range(1, 13).ToDictionary(column => $"field_{column}", column => $"第{column}栏的样例内容，文字约二十个{number}");
        fields["document_number"] = document;
        return new RecordEvent.Collected(
            At,
            new RecordOrigin("bench-chengguan", "jieshou", "penalty", "20260105023000-aabbccddee", number + 2),
            subject,
            new RecordContent(
                "penalty",
                fields,
                new Dictionary<string, string>(),
                new SubjectKey($"9199{number / RecordsOfASubject * RecordsOfASubject:D14}", null, $"样例企业{number}"),
                document,
                new DateOnly(2026, 1, 4),
                ContentStatus.Valid,
                UseScope.Public,
                true,
                "一般程序",
                null),
            Scattered(number).ToString("x64", CultureInfo.InvariantCulture),
            Publicity.Published,
            true,
            false,
            null)
        {
            Opened =
            [
                new OpenedDuty("T1", "bench-chengguan", new DateOnly(2026, 1, 4), new DateOnly(2026, 1, 13), "2026-1"),
                new OpenedDuty("T2", "bench-scjg", new DateOnly(2026, 1, 4), new DateOnly(2026, 2, 2), "2026-1"),
            ],
            Closed = [new ClosedDuty("T1", DutyOutcome.Met)],
        };
    }

    // As the digests of real ids lie: in no order.
    private static long Scattered(int number) => unchecked((long)((ulong)(number + 1) * 0x9E3779B97F4A7C15UL) & long.MaxValue);
}
