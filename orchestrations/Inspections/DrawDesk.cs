using EntCredit.Domain.Calendar;
using EntCredit.Domain.Errors;
using EntCredit.Domain.Inspections;
using EntCredit.Domain.Seals;
using EntCredit.Orchestrations.Cases;
using EntCredit.Stores.Ledger;
using EntCredit.Stores.Views;
using Microsoft.Extensions.DependencyInjection;

namespace EntCredit.Orchestrations.Inspections;

/// <summary>Announces draws with their lists frozen, and opens them with the seed and the root of the day.</summary>
public sealed class DrawDesk(CaseWriter writer, InspectionDesk inspections, DrawListMaker maker, ILedger ledger, IIntakeIndex index, ICaseIndex cases, [FromKeyedServices("legal")] TimeProvider legal)
{
    private const int Most = 200_000;

    /// <summary>Announces a draw: its lists are kept with the commitment. The same again is harmless; another content under the same id is refused.</summary>
    public async Task<CaseAnswer<InspectionDraw>> AnnounceAsync(string id, DrawAnnouncement announced, CancellationToken cancellation)
    {
        var before = await inspections.DrawAsync(id, cancellation);
        if (before.State.Commitment is { } committed) return IsSame(committed, announced) ? before : before with { Error = CaseErrors.OtherContent };
        if (!(await inspections.MattersAsync(announced.Departments[0], cancellation)).State.Matters.ContainsKey(announced.Matter))
            return before with { Error = InspectionErrors.MatterUnlisted };

        // Whoever knows a seed before the root of the day chooses nothing; of a seed that was published once, everybody could choose the day.
        var stream = Instances.OfDraw(id);
        if ((await cases.FindAsync(CaseKind.Draw, CasePart.Seed, announced.SeedDigest, null, 2, cancellation)).Any(other => other != stream))
            return before with { Error = InspectionErrors.SeedUsed };

        var (made, stale) = await maker.MakeAsync(announced, cancellation);
        var kept = await ledger.LoadAsync(Instances.OfDrawLists(id), cancellation);
        var lists = kept.Version == 0 ? made : DrawListPart.Join(made, [.. kept.Events.Cast<DrawListPart>()]);
        if (lists.Subjects.Count > Most) return before with { Error = InspectionErrors.TooMany };
        if (lists.Fault() is { } fault) return before with { Error = ErrorOf(fault) };
        var command = new DrawCommand.Commit(default, announced.Departments, announced.Jurisdiction, announced.Matter, announced.SeedDigest, lists.Digest())
        {
            Plan = new DrawPlan(DrawMethod.Name, announced.SubjectsToDraw, announced.InspectorsEach, announced.OnlyClasses, stale),
        };

        // A store that writes two streams in two steps may have kept the lists and not the commitment: they stay the ones that are drawn from.
        var parts = kept.Version == 0 ? new Append(Instances.OfDrawLists(id), stream, 0, DrawListPart.Of(legal.GetUtcNow(), lists)) : null;
        return await writer.AskAsync<DrawEvent, InspectionDraw>(
            stream,
            InspectionDraw.Fold,
            (now, state, rules) => DrawDecider.Decide(command with { At = now }, state, rules),
            null,
            new CaseOrigin(announced.Jurisdiction, stream, parts),
            cancellation);
    }

    /// <summary>Publishes the seed of a draw that is there: what it draws follows.</summary>
    public async Task<CaseAnswer<InspectionDraw>> OpenAsync(string id, string by, string seed, long? expected, CancellationToken cancellation)
    {
        var found = await inspections.DrawAsync(id, cancellation);
        if (found.State.Commitment is not { Plan: not null } committed) return found with { Error = InspectionErrors.ListsUnlike };
        var lists = await ListsAsync(id, committed, cancellation);
        var beacon = await BeaconAsync(committed, cancellation);
        var subjects = await index.SubjectsAsync([.. lists.Subjects.Select(subject => CaseSubjects.NumberOf(subject.Number)!.Value)], cancellation);
        var subjectOf = subjects.ToDictionary(known => known.Key.Value, known => known.Value.Id, StringComparer.Ordinal);
        return await inspections.ActAsync(id, now => new DrawCommand.Open(now, by, seed, lists, beacon, subjectOf), expected, cancellation);
    }

    /// <summary>A draw as anybody may check it: before it is opened, what was committed to. The whole of it; or without long lists, and where they lie.</summary>
    /// <param name="id">Its id.</param>
    /// <param name="state">How far it has come.</param>
    /// <param name="file">Where the whole lies, told in place of lists longer than <see cref="DrawListPart.Most"/>; null for the whole.</param>
    /// <param name="cancellation">Stops the reading.</param>
    public async Task<DrawProof> ProofAsync(string id, InspectionDraw state, string? file, CancellationToken cancellation)
    {
        var committed = state.Commitment!;
        var matter = (await inspections.MattersAsync(committed.Departments[0], cancellation)).State.Matters.GetValueOrDefault(committed.Matter);
        var drawing = state.Drawing;
        var lists = drawing is null ? null : await ListsAsync(id, committed, cancellation);
        var apart = file is not null && lists is not null && lists.Subjects.Count + lists.Inspectors.Count + lists.Conflicts.Count > DrawListPart.Most;
        return new DrawProof(
            committed.Plan!.Method,
            id,
            LegalZone.DayOf(committed.At),
            committed.SeedDigest,
            committed.ListsDigest,
            matter is null ? null : $"{matter.Name}（{matter.Basis}）",
            drawing?.Beacon,
            drawing?.Seed,
            apart ? null : lists,
            drawing?.Assignments)
        {
            File = apart ? file : null,
        };
    }

    private async Task<DrawLists> ListsAsync(string id, DrawEvent.Committed committed, CancellationToken cancellation) =>
        DrawListPart.Join(DrawListPart.Of(committed), [.. (await ledger.LoadAsync(Instances.OfDrawLists(id), cancellation)).Events.Cast<DrawListPart>()]);

    /// <summary>The first seal that covers the day of the announcement: there is exactly one, and it was made after that day had ended.</summary>
    private async Task<DrawBeacon?> BeaconAsync(DrawEvent.Committed committed, CancellationToken cancellation) =>
        (await ledger.LoadAsync(DaySealed.Stream, cancellation)).Events.Cast<DaySealed>().FirstOrDefault(seal => seal.Day >= LegalZone.DayOf(committed.At)) is { } seal
            ? new DrawBeacon(seal.Day, seal.Root)
            : null;

    private static ErrorDefinition ErrorOf(DrawFault fault) => fault switch
    {
        DrawFault.TooFewInspectors => InspectionErrors.TooFewInspectors,
        DrawFault.Lists => InspectionErrors.RosterWrong,
        _ => InspectionErrors.TooFewSubjects,
    };

    private static bool IsSame(DrawEvent.Committed committed, DrawAnnouncement announced) =>
        committed.Departments.SequenceEqual(announced.Departments) && committed.Jurisdiction == announced.Jurisdiction
        && committed.Matter == announced.Matter && committed.SeedDigest == announced.SeedDigest
        && committed.Plan is { } plan && (plan.SubjectsToDraw, plan.InspectorsEach) == (announced.SubjectsToDraw, announced.InspectorsEach)
        && plan.OnlyClasses.SequenceEqual(announced.OnlyClasses);
}
