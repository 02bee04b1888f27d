using System.Diagnostics.CodeAnalysis;
using EntCredit.Simulator.Tests.Naive;

namespace EntCredit.Simulator.Tests.Play;

/// <summary>The departments: diligent, late, wrong, forgetful, silent, as a seeded chance has it. What it decides depends on the seed alone.</summary>
[SuppressMessage("Security", "CA5394", Justification = "A seeded chance, to be repeated.")]
internal sealed class Town(Random chance, NaiveBook book)
{
    private readonly List<(DateOnly On, Desk Desk, Row Row)> promised = [];
    private readonly List<(DateOnly On, string Department, string Batch)> reviews = [];
    private readonly Dictionary<string, List<Enterprise>> enterprises = new(StringComparer.Ordinal);
    private readonly Dictionary<(Desk, Enterprise, DateOnly), int> papers = [];
    private readonly HashSet<(Desk, Enterprise, DateOnly)> nameless = [];
    private int founded;
    private int numbered;

    /// <summary>What the departments send on a day.</summary>
    public List<Sending> SendOn(DateOnly today)
    {
        var sendings = new List<Sending>();
        foreach (var desk in Desk.All)
        {
            var due = promised.Where(promise => promise.Desk == desk && promise.On <= today).Take(30).ToList();
            var active = due.Count > 0 ? Happens(0.8) : Happens(0.2);
            if (!active) continue;
            foreach (var promise in due) promised.Remove(promise);
            var rows = due.ConvertAll(promise => promise.Row);
            for (var more = Happens(0.3) ? chance.Next(1, 25) : chance.Next(0, 8); more > 0 && rows.Count < 30; more--) rows.Add(NewRow(desk, today));
            if (rows.Count > 0) sendings.Add(new Sending(desk, Declares(desk), rows));
        }

        return sendings;
    }

    /// <summary>Batches whose review is declared done on a day.</summary>
    public List<(string Department, string Batch)> ReviewOn(DateOnly today)
    {
        var due = reviews.Where(review => review.On <= today).ToList();
        foreach (var review in due) reviews.Remove(review);
        return due.ConvertAll(review => (review.Department, review.Batch));
    }

    /// <summary>A department reads its receipt, and means to do something about it.</summary>
    public void Read(Upload upload, DateOnly today)
    {
        if (book.Records.Exists(record => (record.Batch == upload.Batch || record.CollectedBy == upload.Batch) && record is { Refused: false, Reviewed: false }) && Happens(0.75))
            reviews.Add((today.AddDays(chance.Next(1, 45)), upload.Department, upload.Batch));
    }

    private Row NewRow(Desk desk, DateOnly today)
    {
        var paper = NewPaper(desk, today);
        var row = new Row(paper, Reviewed: Happens(0.07) ? true : Happens(0.03) ? false : null);
        if (Happens(0.2)) return Spoilt(desk, row, today);
        if (Happens(0.05)) Promise(today, 60, desk, row with { Version = 1, Reviewed = null });
        else if (desk.Item != "register" && Happens(0.05)) Promise(today, 60, desk, row with { Revoked = true });
        else if (Happens(0.05)) Promise(today, 20, desk, row);
        else if (desk.Item != "register" && Happens(0.01)) return row with { Revoked = true };
        return row;
    }

    private Row Spoilt(Desk desk, Row row, DateOnly today)
    {
        var fault = chance.Next(4) switch
        {
            0 => Fault.CheckCharacter,
            1 when desk.Item != "register" && papers[(desk, row.Paper.Enterprise, row.Paper.ArisenOn)] == 1 => Fault.NumberMissing,
            2 when desk.Item != "register" => Fault.DayAhead,
            3 => Fault.DayIllegible,
            _ => Fault.CheckCharacter,
        };
        // Without its number, a paper is known by enterprise and day: no other may share them.
        if (fault == Fault.NumberMissing) nameless.Add((desk, row.Paper.Enterprise, row.Paper.ArisenOn));
        var wrong = row with { Fault = fault, Reviewed = null };
        var mended = row with { MendsNameless = fault == Fault.NumberMissing };
        if (Happens(0.15)) Promise(today, 3, desk, wrong);
        else if (Happens(0.05)) Promise(today, 10, desk, mended with { Revoked = desk.Item != "register" });
        else if (Happens(0.8)) Promise(today, 12, desk, mended);
        return wrong;
    }

    private Paper NewPaper(Desk desk, DateOnly today)
    {
        for (; ; )
        {
            var enterprise = Concerned(desk, today);
            var arisen = today.AddDays(-DaysAgo());
            if (nameless.Contains((desk, enterprise, arisen))) continue;
            papers[(desk, enterprise, arisen)] = papers.GetValueOrDefault((desk, enterprise, arisen)) + 1;
            var number = desk.Item == "register" ? string.Empty : $"样字〔{arisen.Year}〕{++numbered}号";
            return new Paper(desk.Department, desk.Item, number, enterprise, arisen, desk.Item == "penalty" && Happens(0.25));
        }
    }

    private Enterprise Concerned(Desk desk, DateOnly today)
    {
        if (!enterprises.TryGetValue(desk.Land, out var known)) enterprises[desk.Land] = known = [];
        if (desk.Item != "register" && known.Count > 0 && Happens(0.8)) return known[Happens(0.3) ? known.Count - 1 : chance.Next(known.Count)];
        var founded = Enterprises.Number(this.founded++);
        if (desk.Item == "register" || Happens(0.5)) known.Add(founded);
        if (desk.Item == "register") return founded;

        // The register comes later, or never.
        if (Happens(0.8))
        {
            var registrar = Desk.All.First(other => other.Land == desk.Land && other.Item == "register");
            Promise(today, 50, registrar, new Row(new Paper(registrar.Department, "register", string.Empty, founded, today, false)));
        }

        return founded;
    }

    private void Promise(DateOnly today, int within, Desk desk, Row row) => promised.Add((today.AddDays(chance.Next(1, within)), desk, row));

    private int DaysAgo() => chance.Next(100) switch
    {
        < 55 => chance.Next(0, 6),
        < 85 => chance.Next(6, 20),
        < 96 => chance.Next(20, 60),
        _ => chance.Next(60, 600),
    };

    private bool? Declares(Desk desk) => (NaiveLaw.ReviewRequired(desk.Department), chance.Next(10)) switch
    {
        (true, < 6) or (false, < 2) => true,
        (_, 9) => false,
        _ => null,
    };

    private bool Happens(double likelihood) => chance.NextDouble() < likelihood;
}
