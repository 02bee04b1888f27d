using System.Text.Json;
using CsCheck;
using EntCredit.Domain.Inspections;
using EntCredit.Domain.Tests.Calendar;

namespace EntCredit.Domain.Tests.Inspections;

/// <summary>What a draw draws, and that anyone finds what was altered in it.</summary>
public sealed class DrawMethodTests
{
    // Computed by another program, in another language, from docs/draw.md alone.
    [Fact]
    public void Draw_OfTheDocumentedExample_GivesWhatAnotherProgramGives()
    {
        Assert.Equal("64e0f2d632a79d4a816f5429509b150e26a1cf7f638b80d1a74ea00e0b1d782a", DrawSamples.Lists.Digest());
        Assert.Equal(
            ["9 S5 S4 H4 H2", "7 S2 S4 H1 H3", "10 S2 S4 H4 H3", "4 S3 S2 H4 H1"],
            DrawMethod.Draw(DrawSamples.Lists, DrawSamples.Root, DrawSamples.Seed)
                .Select(one => $"{int.Parse(one.Number[8..])} {string.Join(' ', one.Inspectors.Select(inspector => inspector.Code))}"));
    }

    [Fact]
    public void Draw_AnyLists_DrawsDifferentOnesWithoutConflict() => DrawSamples.Any.Sample(
        lists =>
        {
            Assert.Null(lists.Fault());
            var drawn = DrawMethod.Draw(lists, DrawSamples.Root, "seed");

            Assert.Equal(lists.SubjectsToDraw, drawn.Select(one => one.Number).Distinct().Count());
            Assert.All(drawn, one =>
            {
                Assert.Contains(lists.Subjects, subject => subject.Number == one.Number);
                Assert.Equal(one.Inspectors.Distinct(), one.Inspectors);
                Assert.All(lists.Departments, department => Assert.Equal(lists.InspectorsEach, one.Inspectors.Count(inspector => inspector.Department == department)));
                Assert.All(one.Inspectors, inspector => Assert.DoesNotContain(new DrawConflict(inspector.Department, inspector.Code, one.Number), lists.Conflicts));
            });
        },
        iter: Cases.Count);

    [Fact]
    public void Fault_AnyDrawPublishedAndReadBack_IsNone() => DrawSamples.Any.Sample(
        lists => Assert.Null(JsonSerializer.Deserialize<DrawProof>(JsonSerializer.Serialize(Proof(lists), DrawProof.Json), DrawProof.Json)!.Fault()),
        iter: Cases.Count);

    [Fact]
    public void Fault_OfWhatWasAltered_IsFound()
    {
        var proof = Proof(DrawSamples.Lists);
        var lists = proof.Lists!;
        Assert.Equal(DrawFault.Format, (proof with { Format = "entcredit-draw/2" }).Fault());
        Assert.Equal(DrawFault.NotDrawn, (proof with { Seed = null }).Fault());
        Assert.Equal(DrawFault.Seed, (proof with { Seed = "another" }).Fault());
        Assert.Equal(DrawFault.Beacon, (proof with { CommittedOn = proof.Beacon!.Day.AddDays(1) }).Fault());
        Assert.Equal(DrawFault.ListsDigest, (proof with { Lists = lists with { Conflicts = [] } }).Fault());
        Assert.Equal(DrawFault.ListsDigest, (proof with { Lists = lists with { Subjects = [.. lists.Subjects.Skip(1)] } }).Fault());
        Assert.Equal(DrawFault.ListsDigest, (proof with { Lists = lists with { Subjects = [lists.Subjects[0] with { Weight = 9 }, .. lists.Subjects.Skip(1)] } }).Fault());
        Assert.Equal(DrawFault.Result, (proof with { Result = [.. proof.Result!.Reverse()] }).Fault());
        Assert.Equal(DrawFault.Result, (proof with { Beacon = proof.Beacon with { Root = new string('0', 64) } }).Fault());
        var unordered = lists with { Subjects = [.. lists.Subjects.Reverse()] };
        Assert.Equal(DrawFault.Lists, (proof with { Lists = unordered, ListsDigest = unordered.Digest() }).Fault());
    }

    [Fact]
    public void Fault_OfListsThatCannotBeDrawnFrom_SaysWhy()
    {
        var lists = DrawSamples.Lists;
        Assert.Equal(DrawFault.Nobody, (lists with { Subjects = [] }).Fault());
        Assert.Equal(DrawFault.TooFewSubjects, (lists with { SubjectsToDraw = 11 }).Fault());
        Assert.Equal(DrawFault.Lists, (lists with { Subjects = [.. lists.Subjects, lists.Subjects[0]] }).Fault());
        Assert.Equal(DrawFault.TooFewInspectors, (lists with { InspectorsEach = 5 }).Fault());
        // For one enterprise too few are left without a conflict: refused before anything is drawn, whether it would be drawn or not.
        Assert.Equal(DrawFault.TooFewInspectors, (lists with { Conflicts = [.. lists.Inspectors.Take(4).Select(inspector => new DrawConflict(inspector.Department, inspector.Code, DrawSamples.Number(5)))] }).Fault());
    }

    internal static DrawProof Proof(DrawLists lists) => new(
        DrawMethod.Name,
        "0a1b2c3d4e5f60718293",
        new DateOnly(2020, 7, 1),
        DrawMethod.Commitment(DrawSamples.Seed),
        lists.Digest(),
        "样例事项（样例依据）",
        new DrawBeacon(new DateOnly(2020, 7, 1), DrawSamples.Root),
        DrawSamples.Seed,
        lists,
        DrawMethod.Draw(lists, DrawSamples.Root, DrawSamples.Seed));
}
