using System.Security.Cryptography;
using System.Text;

namespace EntCredit.Domain.Inspections;

/// <summary>
/// 摇号: which enterprises are inspected by whom, from lists, a seed that was committed to, and a day's root that nobody could choose. The same input draws the same,
/// in this program and in any other that follows docs/draw.md.
/// </summary>
public static class DrawMethod
{
    /// <summary>The method's name and version.</summary>
    public const string Name = "entcredit-draw/1";

    /// <summary>The digest by which a seed is committed to: SHA-256 of its UTF-8 bytes, lower-case hex.</summary>
    public static string Commitment(string seed) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(seed)));

    /// <summary>Draws.</summary>
    /// <param name="lists">What from, ordered and without a <see cref="DrawLists.Fault"/>.</param>
    /// <param name="root">The root of a day's seal, lower-case hex.</param>
    /// <param name="seed">The seed.</param>
    public static IReadOnlyList<DrawAssignment> Draw(DrawLists lists, string root, string seed)
    {
        var key = SHA256.HashData(Encoding.UTF8.GetBytes($"{Name}\n{lists.Digest()}\n{root}\n{seed}"));
        var avoids = lists.Conflicts.ToHashSet();
        var drawn = Lot.Take(new LotStream(key, "subjects"), [.. lists.Subjects.Select(subject => subject.Weight)], lists.SubjectsToDraw);
        return [.. drawn.Select(place => Assign(lists.Subjects[place].Number))];

        DrawAssignment Assign(string number) => new(number, [.. lists.Departments.SelectMany(department => InspectorsOf(department, number))]);

        IEnumerable<DrawInspector> InspectorsOf(string department, string number)
        {
            List<DrawInspector> free =
            [
                .. lists.Inspectors.Where(inspector => inspector.Department == department && !avoids.Contains(new DrawConflict(department, inspector.Code, number))),
            ];
            var weights = Enumerable.Repeat(1, free.Count).ToArray();
            return Lot.Take(new LotStream(key, $"inspectors\t{number}\t{department}"), weights, lists.InspectorsEach).Select(place => free[place]);
        }
    }
}

/// <summary>Who inspects an enterprise.</summary>
/// <param name="Number">The enterprise's number.</param>
/// <param name="Inspectors">The inspectors drawn, by department.</param>
public sealed record DrawAssignment(string Number, IReadOnlyList<DrawInspector> Inspectors);
