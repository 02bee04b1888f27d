using EntCredit.Domain.Batches;
using EntCredit.Simulator.Tests.Play;

namespace EntCredit.Simulator.Tests.Naive;

/// <summary>What must follow from what departments have done: one plain list, one plain rule after the other.</summary>
internal sealed class NaiveBook
{
    private readonly HashSet<string> registered = new(StringComparer.Ordinal);
    private readonly Dictionary<(string, string, string), string> texts = [];
    private readonly Dictionary<string, List<NaiveRecord>> spokenOf = new(StringComparer.Ordinal);
    private readonly Dictionary<string, string> repeats = new(StringComparer.Ordinal);
    private readonly Dictionary<(string Provider, string Item, string Enterprise), List<NaiveRecord>> byEnterprise = [];

    /// <summary>Every record.</summary>
    public List<NaiveRecord> Records { get; } = [];

    /// <summary>Every case.</summary>
    public List<NaiveCase> Cases { get; } = [];

    /// <summary>What is owed for the months of the monthly regime.</summary>
    public Dictionary<DateOnly, List<NaiveDuty>> Months { get; } = [];

    /// <summary>The first month that can be owed: the one before the first day.</summary>
    public required DateOnly FirstMonth { get; init; }

    /// <summary>Every duty.</summary>
    public IEnumerable<NaiveDuty> Duties =>
        Records.SelectMany(record => record.Duties).Concat(Cases.SelectMany(one => one.Duties)).Concat(Months.Values.SelectMany(duties => duties));

    /// <summary>Whether the register knows an enterprise.</summary>
    public bool Knows(Enterprise enterprise) => registered.Contains(enterprise.Code);

    /// <summary>The record that a receipt has named for a paper.</summary>
    public string RecordOf(Paper paper) => About(paper).Find(record => record.Paper == paper)!.Id;

    /// <summary>A file arrives.</summary>
    public void Receive(Upload upload, DateOnly today)
    {
        // The same bytes again change nothing.
        if (!texts.TryAdd((upload.Department, upload.Item, upload.Text), upload.Batch))
        {
            repeats[upload.Batch] = texts[(upload.Department, upload.Item, upload.Text)];
            return;
        }

        spokenOf[upload.Batch] = [];
        for (var i = 0; i < upload.Rows.Count; i++)
        {
            var id = BatchIds.Record(upload.Batch, i + 2);
            if (upload.Rows[i].Fault == Fault.None) Take(upload, upload.Rows[i], id, today);
            else Refuse(upload, upload.Rows[i], id, today);
        }

        Publish(today);
    }

    /// <summary>
    /// A department declares the review of an upload done: that of which the upload has a good row, or had one that was mended since, may be public.
    /// </summary>
    public void Review(string batch, DateOnly today)
    {
        foreach (var record in spokenOf[repeats.GetValueOrDefault(batch, batch)])
            if (record is { Refused: false, Withdrawn: false }) record.Reviewed = true;
        Publish(today);
    }

    /// <summary>Of two equal files sent at once, the second was taken and the first is the repetition.</summary>
    public void Settle(string first, string second, bool secondTaken)
    {
        if (!secondTaken) return;
        foreach (var record in Records)
        {
            if (record.CollectedBy == first) record.CollectedBy = second;
            if (record.Batch != first) continue;
            record.Batch = second;
            record.Id = second + record.Id[first.Length..];
        }
    }

    private void Refuse(Upload upload, Row row, string id, DateOnly today)
    {
        if (Awaiting(row) is not null) return;
        var record = Begin(upload, row, id);
        record.Refused = true;
        spokenOf[upload.Batch].Add(record);
        var legible = row.Fault is Fault.CheckCharacter or Fault.NumberMissing;
        var due = NaiveLaw.After(today, 3);
        if (legible && NaiveLaw.Collection(upload.Department, row.Paper.ArisenOn) is { } collection)
        {
            record.Duties.Add(new NaiveDuty(collection.Rule, upload.Department, collection.From, collection.Due, today));
            if (collection.Due > due) due = collection.Due;
        }

        record.Duties.Add(new NaiveDuty("T1-mend", upload.Department, today, due, today));
    }

    private void Take(Upload upload, Row row, string id, DateOnly today)
    {
        var known = About(row.Paper).Find(record => !record.Refused && record.Paper == row.Paper) ?? Awaiting(row);
        if (row.Paper.Item == "register") registered.Add(row.Paper.Enterprise.Code);
        if (known is null or { Refused: true }) Collect(known ?? Begin(upload, row, id), upload, row, today);
        else if (known.Withdrawn) return;
        else if ((row.Reviewed ?? upload.Declared) == true && !row.Revoked) known.Reviewed = true;
        spokenOf[upload.Batch].Add(known ?? Records[^1]);
        if (row.Revoked) Withdraw(known ?? Records[^1], today);
    }

    private static void Collect(NaiveRecord record, Upload upload, Row row, DateOnly today)
    {
        var paper = row.Paper;
        if (NaiveLaw.Collection(upload.Department, paper.ArisenOn) is { } collection && record.OpenDuty(collection.Rule) is null)
            record.Duties.Add(new NaiveDuty(collection.Rule, upload.Department, collection.From, collection.Due, today));
        foreach (var duty in record.Duties.Where(duty => duty.ClosedOn is null)) duty.Keep(today);
        record.CollectedLate = record.Duties.Exists(duty => duty is { Outcome: End.Late, Rule: not "T1-mend" });
        record.CollectedOn = today;
        record.CollectedBy = upload.Batch;
        record.Refused = false;
        record.Reviewed = row.Reviewed ?? upload.Declared ?? !NaiveLaw.ReviewRequired(upload.Department);
        record.OnlyCollected = NaiveLaw.OnlyCollected(upload.Department, paper.Simple);
        if (!record.OnlyCollected && NaiveLaw.Publication(upload.Department, paper.ArisenOn) is { } due)
            record.Duties.Add(new NaiveDuty("T2", NaiveLaw.Publisher(upload.Department), paper.ArisenOn, due, today));
    }

    private static void Withdraw(NaiveRecord record, DateOnly today)
    {
        record.Withdrawn = true;
        foreach (var duty in record.Duties.Where(duty => duty.ClosedOn is null)) duty.Cancel(today);
    }

    private void Publish(DateOnly today)
    {
        foreach (var record in Records)
        {
            if (record.Phase(Knows(record.Paper.Enterprise)) != 4) continue;
            record.PublishedOn = today;
            record.OpenDuty("T2")?.Keep(today, record.CollectedLate ? "upstream-late" : null);
        }
    }

    private NaiveRecord Begin(Upload upload, Row row, string id)
    {
        var record = new NaiveRecord(id, upload.Batch, row);
        Records.Add(record);
        About(row.Paper).Add(record);
        return record;
    }

    private List<NaiveRecord> About(Paper paper)
    {
        var key = (paper.Provider, paper.Item, paper.Enterprise.Name);
        if (!byEnterprise.TryGetValue(key, out var records)) byEnterprise[key] = records = [];
        return records;
    }

    /// <summary>
    /// The refused row that a row is about: the one with the same number. Where the number was left out, the row that leaves it out again, or the one
    /// that names the record. The register has one entry of each enterprise.
    /// </summary>
    private NaiveRecord? Awaiting(Row row)
    {
        var refused = About(row.Paper).FindAll(record => record.Refused);
        if (row.Paper.Item == "register") return refused.FirstOrDefault();
        var nameless = row.MendsNameless || row.Fault == Fault.NumberMissing;
        return refused.Find(record => record.Paper == row.Paper && (record.First.Fault == Fault.NumberMissing) == nameless);
    }
}
