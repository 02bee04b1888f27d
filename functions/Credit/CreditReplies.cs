using EntCredit.Domain.Credit;
using EntCredit.Orchestrations.Credit;

namespace EntCredit.Functions.Credit;

/// <summary>Writes what was judged in the words of the scheme.</summary>
public sealed class CreditReplies(CreditDesk desk)
{
    /// <summary>What stands in place of a source where there is none.</summary>
    public const string Example = "示例（无公开依据，不作为法律依据）";

    /// <summary>What the public reads of an enterprise; null where no scheme holds for it.</summary>
    public async Task<CreditDocument?> PublicAsync(string subject, CancellationToken cancellation) =>
        await desk.FindAsync(subject, cancellation) is { } finding ? Document(finding) : null;

    /// <summary>What was found.</summary>
    public static CreditDocument Document(CreditFinding finding)
    {
        var (scheme, found) = (finding.Scheme, finding.Found);
        var of = scheme.Class(found.Class);
        return new CreditDocument(
            scheme.Jurisdiction,
            scheme.Name,
            scheme.Version,
            of.Id,
            of.Name,
            SourceOf(of.Source),
            [.. found.Reasons.Select(reason => Reason(scheme, reason))],
            [.. of.Measures.Select(measure => new CreditMeasureDocument(measure.Kind, measure.Text, SourceOf(measure.Source)))],
            of.InspectionWeight);
    }

    /// <summary>A signal in words; one that a newer scheme does not know keeps its id.</summary>
    public static CreditWarning Warning(CreditScheme? scheme, CreditReason raised, DateTimeOffset? since)
    {
        var signal = scheme?.Signals.FirstOrDefault(one => one.Id == raised.Rule);
        return new CreditWarning(
            raised.Rule, signal?.Level ?? SignalLevel.Attention, signal?.Text ?? raised.Rule, signal is null ? "" : SourceOf(signal.Source), raised.Records, since);
    }

    private static CreditReasonDocument Reason(CreditScheme scheme, CreditReason reason)
    {
        var criterion = scheme.Criteria.First(one => one.Id == reason.Rule);
        return new CreditReasonDocument(reason.Rule, criterion.Text, SourceOf(criterion.Source), reason.Records);
    }

    private static string SourceOf(Domain.Jurisdictions.Citation? source) => source switch
    {
        null => Example,
        { Inferred: true } => "文件未作规定",
        _ => source.ToString(),
    };
}
