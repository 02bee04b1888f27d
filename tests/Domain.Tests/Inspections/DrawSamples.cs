using CsCheck;
using EntCredit.Domain.Inspections;

namespace EntCredit.Domain.Tests.Inspections;

/// <summary>Lists to draw from: invented enterprises and inspectors.</summary>
internal static class DrawSamples
{
    public const string Lead = "jieshou-scjg", Joining = "jieshou-housing", Seed = "样例种子 1";

    public static readonly string Root = string.Concat(Enumerable.Repeat("5f", 32));

    /// <summary>Ten enterprises, every third of weight 2; five and four inspectors; two conflicts.</summary>
    public static DrawLists Lists { get; } = new DrawLists(
        "jieshou",
        [Lead, Joining],
        "S-01",
        4,
        2,
        [.. Enumerable.Range(1, 10).Select(n => new DrawSubject(Number(n), n % 3 == 0 ? 2 : 1, n % 3 == 0 ? "poor" : null))],
        [
            .. Enumerable.Range(1, 5).Select(n => new DrawInspector(Lead, $"S{n}")),
            .. Enumerable.Range(1, 4).Select(n => new DrawInspector(Joining, $"H{n}")),
        ],
        [new DrawConflict(Joining, "H1", Number(3)), new DrawConflict(Lead, "S2", Number(3))]).Ordered();

    /// <summary>Any lists that can be drawn from: conflicts leave enough of each department.</summary>
    public static Gen<DrawLists> Any { get; } =
        from subjects in Gen.Int[1, 12]
        from drawn in Gen.Int[1, subjects]
        from each in Gen.Int[1, 3]
        from weights in Gen.Int[1, 4].Array[subjects]
        from departments in Gen.Int[1, 3]
        from inspectors in Gen.Int[each, 6].Array[departments]
        from avoiding in Gen.Select(Gen.Int[0, departments - 1], Gen.Int[1, 6], Gen.Int[1, subjects]).Array[0, 30]
        let names = Enumerable.Range(0, departments).Select(n => "department-" + n).ToList()
        let conflicts = avoiding.Select(one => new DrawConflict(names[one.Item1], "I" + one.Item2, Number(one.Item3))).ToList()
        select new DrawLists(
            "jieshou",
            names,
            "S-01",
            drawn,
            each,
            [.. weights.Select((weight, n) => new DrawSubject(Number(n + 1), weight, null))],
            [.. names.SelectMany((name, n) => Enumerable.Range(1, inspectors[n]).Select(i => new DrawInspector(name, "I" + i)))],
            [.. conflicts.GroupBy(conflict => (conflict.Department, conflict.Number)).SelectMany(same => same.DistinctBy(one => one.Code).Take(inspectors[names.IndexOf(same.Key.Department)] - each))]).Ordered();

    public static string Number(int n) => $"91349999{n:0000000000}";
}
