using EntCredit.Domain.Calendar;
using EntCredit.Domain.Errors;
using EntCredit.Domain.Events;
using EntCredit.Domain.Obligations;

namespace EntCredit.Domain.Inspections;

/// <summary>
/// The rules of a draw by lot (界政办〔2020〕5号 五(四); 湘商改〔2016〕7号 第八条): what was committed to, drawn and found is kept in that order.
/// How a seed draws is decided by <see cref="DrawMethod"/>.
/// </summary>
public static class DrawDecider
{
    /// <summary>What follows from a command. A repeated command gives no events.</summary>
    public static Decision<DrawEvent> Decide(DrawCommand command, InspectionDraw state, CaseRules rules) => (command, state.Phase) switch
    {
        (DrawCommand.Commit commit, DrawPhase.Unknown) => commit.Departments.Count == 0
            ? Impossible(InspectionErrors.NothingDrawn)
            : Decision<DrawEvent>.Of(new DrawEvent.Committed(
                commit.At, commit.Departments, commit.Jurisdiction, commit.Matter, commit.SeedDigest, commit.ListsDigest) { Plan = commit.Plan }),
        (DrawCommand.Commit, _) => Decision<DrawEvent>.Nothing,
        (_, DrawPhase.Unknown) => Impossible(InspectionErrors.Unknown),

        (DrawCommand.Draw draw, _) when draw.By != state.Commitment!.Departments[0] => Impossible(InspectionErrors.NotYours),
        (DrawCommand.Draw, DrawPhase.Committed) when state.Commitment.Plan is not null => Impossible(InspectionErrors.Announced),
        (DrawCommand.Draw draw, DrawPhase.Committed) => Draw(draw, state),
        (DrawCommand.Draw, _) => Decision<DrawEvent>.Nothing,

        (DrawCommand.Open open, _) when open.By != state.Commitment!.Departments[0] => Impossible(InspectionErrors.NotYours),
        (DrawCommand.Open open, DrawPhase.Committed) => Open(open, state),
        (DrawCommand.Open, _) => Decision<DrawEvent>.Nothing,

        (DrawCommand.RecordResult result, _) when !state.Commitment!.Departments.Contains(result.By) => Impossible(InspectionErrors.NotYours),
        (DrawCommand.RecordResult, DrawPhase.Committed) => Impossible(InspectionErrors.NotDrawn),
        (DrawCommand.RecordResult result, _) => Record(result, state),
        _ => Decision<DrawEvent>.Nothing,
    };

    /// <summary>随机抽取监管对象、随机选派执法检查人员 (J 五(四)); 通过摇号等方式 (H 第八条).</summary>
    private static Decision<DrawEvent> Draw(DrawCommand.Draw draw, InspectionDraw state)
    {
        if (DrawMethod.Commitment(draw.Seed) != state.Commitment!.SeedDigest)
            return Impossible(InspectionErrors.SeedUnlike);
        return draw.Subjects.Count == 0 || draw.Inspectors.Count == 0
            ? Impossible(InspectionErrors.NothingDrawn)
            : Decision<DrawEvent>.Of(new DrawEvent.Drawn(draw.At, draw.By, draw.Seed, draw.Subjects, draw.Inspectors));
    }

    /// <summary>
    /// The same, where what is drawn follows from what was committed to and from the root of a day that had not ended then: neither the department, which did not know
    /// the root, nor whoever keeps the ledger, who did not know the seed, could choose who is inspected (docs/adr/0023).
    /// </summary>
    private static Decision<DrawEvent> Open(DrawCommand.Open open, InspectionDraw state)
    {
        var committed = state.Commitment!;
        if (DrawMethod.Commitment(open.Seed) != committed.SeedDigest) return Impossible(InspectionErrors.SeedUnlike);
        if (committed.Plan is null || open.Lists.Digest() != committed.ListsDigest || open.Lists.Fault() is not null) return Impossible(InspectionErrors.ListsUnlike);
        if (open.Beacon is not { } beacon || beacon.Day < LegalZone.DayOf(committed.At)) return Impossible(InspectionErrors.NotSealed);
        var assignments = DrawMethod.Draw(open.Lists, beacon.Root, open.Seed);
        return Decision<DrawEvent>.Of(new DrawEvent.Drawn(
            open.At,
            open.By,
            open.Seed,
            [.. assignments.Select(assignment => open.SubjectOf[assignment.Number])],
            [.. assignments.SelectMany(assignment => assignment.Inspectors).Select(inspector => inspector.Code).Distinct(StringComparer.Ordinal)])
        {
            Beacon = beacon,
            Assignments = assignments,
        });
    }

    private static Decision<DrawEvent> Record(DrawCommand.RecordResult result, InspectionDraw state)
    {
        if (!state.Drawing!.Subjects.Contains(result.Subject)) return Impossible(InspectionErrors.NotAmongDrawn);
        if (state.Results.TryGetValue(result.Subject, out var known))
            return known == result.Outcome ? Decision<DrawEvent>.Nothing : Impossible(InspectionErrors.ResultStands);
        return CaseRules.CanBe(result.InspectedOn, result.At)
            ? Decision<DrawEvent>.Of(new DrawEvent.ResultRecorded(result.At, result.By, result.Subject, result.InspectedOn, result.Outcome)
            {
                Record = result.Record,
                Finishes = state.Drawing.Subjects.All(subject => subject == result.Subject || state.Results.ContainsKey(subject)),
            })
            : Impossible(InspectionErrors.DayImpossible);
    }

    private static Decision<DrawEvent> Impossible(ErrorDefinition error) => Decision<DrawEvent>.Impossible(error);
}
