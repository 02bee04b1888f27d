using System.Security.Cryptography;
using System.Text;
using EntCredit.Domain.Errors;
using EntCredit.Domain.Events;
using EntCredit.Domain.Obligations;

namespace EntCredit.Domain.Inspections;

/// <summary>
/// The rules of a draw by lot (界政办〔2020〕5号 五(四); 湘商改〔2016〕7号 第八条): what was committed to, drawn and found is kept in that order.
/// How a seed draws is not decided here.
/// </summary>
public static class DrawDecider
{
    /// <summary>What follows from a command. A repeated command gives no events.</summary>
    public static Decision<DrawEvent> Decide(DrawCommand command, InspectionDraw state, CaseRules rules) => (command, state.Phase) switch
    {
        (DrawCommand.Commit commit, DrawPhase.Unknown) => commit.Departments.Count == 0
            ? Impossible(InspectionErrors.NothingDrawn)
            : Decision<DrawEvent>.Of(new DrawEvent.Committed(
                commit.At, commit.Departments, commit.Jurisdiction, commit.Matter, commit.SeedDigest, commit.ListsDigest)),
        (DrawCommand.Commit, _) => Decision<DrawEvent>.Nothing,
        (_, DrawPhase.Unknown) => Impossible(InspectionErrors.Unknown),

        (DrawCommand.Draw draw, _) when draw.By != state.Commitment!.Departments[0] => Impossible(InspectionErrors.NotYours),
        (DrawCommand.Draw draw, DrawPhase.Committed) => Draw(draw, state),
        (DrawCommand.Draw, _) => Decision<DrawEvent>.Nothing,

        (DrawCommand.RecordResult result, _) when !state.Commitment!.Departments.Contains(result.By) => Impossible(InspectionErrors.NotYours),
        (DrawCommand.RecordResult, DrawPhase.Committed) => Impossible(InspectionErrors.NotDrawn),
        (DrawCommand.RecordResult result, _) => Record(result, state),
        _ => Decision<DrawEvent>.Nothing,
    };

    /// <summary>随机抽取监管对象、随机选派执法检查人员 (J 五(四)); 通过摇号等方式 (H 第八条).</summary>
    private static Decision<DrawEvent> Draw(DrawCommand.Draw draw, InspectionDraw state)
    {
        if (Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(draw.Seed))) != state.Commitment!.SeedDigest)
            return Impossible(InspectionErrors.SeedUnlike);
        return draw.Subjects.Count == 0 || draw.Inspectors.Count == 0
            ? Impossible(InspectionErrors.NothingDrawn)
            : Decision<DrawEvent>.Of(new DrawEvent.Drawn(draw.At, draw.By, draw.Seed, draw.Subjects, draw.Inspectors));
    }

    private static Decision<DrawEvent> Record(DrawCommand.RecordResult result, InspectionDraw state)
    {
        if (!state.Drawing!.Subjects.Contains(result.Subject)) return Impossible(InspectionErrors.NotAmongDrawn);
        if (state.Results.TryGetValue(result.Subject, out var known))
            return known == result.Outcome ? Decision<DrawEvent>.Nothing : Impossible(InspectionErrors.ResultStands);
        return CaseRules.CanBe(result.InspectedOn, result.At)
            ? Decision<DrawEvent>.Of(new DrawEvent.ResultRecorded(result.At, result.By, result.Subject, result.InspectedOn, result.Outcome))
            : Impossible(InspectionErrors.DayImpossible);
    }

    private static Decision<DrawEvent> Impossible(ErrorDefinition error) => Decision<DrawEvent>.Impossible(error);
}
