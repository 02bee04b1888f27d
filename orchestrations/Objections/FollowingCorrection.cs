using EntCredit.Domain.Corrections;
using EntCredit.Domain.Jurisdictions;
using EntCredit.Domain.Objections;
using EntCredit.Domain.Obligations;

namespace EntCredit.Orchestrations.Objections;

/// <summary>
/// 确认应予更正的,按照前款规定予以处理 (湘商改〔2016〕7号 第十八条): where the document sets a period for asking for a correction (T15), an objection that is
/// upheld starts one, and the case of that correction moves with the objection.
/// </summary>
public static class FollowingCorrection
{
    /// <summary>The commands that bring the correction to where the objection stands; those already followed give nothing.</summary>
    /// <param name="stream">The objection's stream.</param>
    /// <param name="history">Its events.</param>
    /// <param name="rules">The rules of its jurisdiction.</param>
    public static IReadOnlyList<CorrectionCommand> Of(string stream, IReadOnlyList<ObjectionEvent> history, CaseRules rules)
    {
        if (rules.Profile.Clock(ClockKind.ErrorCorrection) is null) return [];
        var state = Objection.Fold(history);
        if (state is not { Finding: ObjectionFinding.Upheld, Lodging.About: { } about, ReceivedAt: { } received }) return [];
        List<CorrectionCommand> commands =
            [new CorrectionCommand.Report(received, new CorrectionSubject(about.Record, about.Provider, about.Jurisdiction, about.Item), stream)];
        foreach (var happened in history)
        {
            switch (happened)
            {
                case ObjectionEvent.Verified e:
                    commands.Add(new CorrectionCommand.Confirm(e.At, e.By, e.Reason));
                    break;
                case ObjectionEvent.RemedyAsked e:
                    commands.Add(new CorrectionCommand.Request(e.At, e.By, e.Notice, state.Supplied?.Digest ?? e.Remedy.ToString()));
                    break;
                case ObjectionEvent.Remedied e:
                    commands.Add(new CorrectionCommand.CarryOut(e.At, e.By));
                    break;
            }
        }

        return commands;
    }
}
