using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace EntCredit.Domain.Inspections;

/// <summary>What a draw draws from, as it stood when it was announced: nothing of it can change afterwards without another digest.</summary>
/// <param name="Jurisdiction">The profile that it follows.</param>
/// <param name="Departments">Who inspects; the first leads.</param>
/// <param name="Matter">The matter's code in the leading department's list (随机抽查事项清单).</param>
/// <param name="SubjectsToDraw">How many enterprises are drawn.</param>
/// <param name="InspectorsEach">How many inspectors of each department are drawn for each enterprise.</param>
/// <param name="Subjects">The enterprises (监管对象名录库), by number.</param>
/// <param name="Inspectors">The inspectors (执法检查人员名录库), by department in the order above, then by code.</param>
/// <param name="Conflicts">Which inspectors are not to inspect which enterprises (回避).</param>
public sealed record DrawLists(
    string Jurisdiction,
    IReadOnlyList<string> Departments,
    string Matter,
    int SubjectsToDraw,
    int InspectorsEach,
    IReadOnlyList<DrawSubject> Subjects,
    IReadOnlyList<DrawInspector> Inspectors,
    IReadOnlyList<DrawConflict> Conflicts)
{
    /// <summary>The same lists in the one order that they are drawn from and digested in.</summary>
    public DrawLists Ordered() => this with
    {
        Subjects = [.. Subjects.OrderBy(subject => subject.Number, StringComparer.Ordinal)],
        Inspectors = [.. Departments.SelectMany(department => Inspectors.Where(inspector => inspector.Department == department).OrderBy(inspector => inspector.Code, StringComparer.Ordinal))],
        Conflicts =
        [
            .. Conflicts.Distinct().OrderBy(conflict => conflict.Department, StringComparer.Ordinal)
                .ThenBy(conflict => conflict.Code, StringComparer.Ordinal).ThenBy(conflict => conflict.Number, StringComparer.Ordinal),
        ],
    };

    /// <summary>The SHA-256 of the lists, written line by line as docs/draw.md has it; lower-case hex.</summary>
    public string Digest()
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        foreach (var line in Lines()) hash.AppendData(Encoding.UTF8.GetBytes(line + "\n"));
        return Convert.ToHexStringLower(hash.GetHashAndReset());
    }

    /// <summary>Why nothing can be drawn from them, or null: the same for every draw of these lists, so that no seed can make it fail.</summary>
    public DrawFault? Fault()
    {
        if (Subjects.Count == 0 || SubjectsToDraw < 1 || InspectorsEach < 1) return DrawFault.Nobody;
        if (Subjects.Count < SubjectsToDraw) return DrawFault.TooFewSubjects;
        if (Subjects.Any(subject => subject.Weight < 1) || Subjects.DistinctBy(subject => subject.Number).Count() < Subjects.Count) return DrawFault.Lists;
        if (Departments.Count == 0 || Inspectors.Distinct().Count() < Inspectors.Count || Inspectors.Any(inspector => !Departments.Contains(inspector.Department))) return DrawFault.Lists;
        var ofDepartment = Inspectors.CountBy(inspector => inspector.Department).ToDictionary(StringComparer.Ordinal);
        if (Departments.Any(department => ofDepartment.GetValueOrDefault(department) < InspectorsEach)) return DrawFault.TooFewInspectors;
        var known = Inspectors.ToHashSet();
        return Conflicts.Distinct().Where(conflict => known.Contains(new DrawInspector(conflict.Department, conflict.Code)))
            .CountBy(conflict => (conflict.Department, conflict.Number))
            .Any(avoided => ofDepartment[avoided.Key.Department] - avoided.Value < InspectorsEach)
            ? DrawFault.TooFewInspectors
            : null;
    }

    private IEnumerable<string> Lines() =>
    [
        DrawMethod.Name,
        string.Create(CultureInfo.InvariantCulture, $"draw\t{Jurisdiction}\t{Matter}\t{SubjectsToDraw}\t{InspectorsEach}"),
        .. Departments.Select(department => "department\t" + department),
        .. Subjects.Select(subject => string.Create(CultureInfo.InvariantCulture, $"subject\t{subject.Number}\t{subject.Weight}\t{subject.Class ?? "-"}")),
        .. Inspectors.Select(inspector => $"inspector\t{inspector.Department}\t{inspector.Code}"),
        .. Conflicts.Select(conflict => $"conflict\t{conflict.Department}\t{conflict.Code}\t{conflict.Number}"),
    ];
}

/// <summary>An enterprise that may be drawn.</summary>
/// <param name="Number">Its credit code, or its registration number where it has none.</param>
/// <param name="Weight">How much likelier it is drawn than one of weight 1.</param>
/// <param name="Class">The credit class that the weight comes from, or null.</param>
public sealed record DrawSubject(string Number, int Weight, string? Class = null);

/// <summary>An inspector who may be drawn.</summary>
/// <param name="Department">Whose.</param>
/// <param name="Code">The code in the department's roster.</param>
public sealed record DrawInspector(string Department, string Code);

/// <summary>An inspector who does not inspect an enterprise.</summary>
/// <param name="Department">Whose inspector.</param>
/// <param name="Code">The code in the department's roster.</param>
/// <param name="Number">The enterprise's number.</param>
public sealed record DrawConflict(string Department, string Code, string Number);
