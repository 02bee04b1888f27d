using EntCredit.Domain.Subjects;
using EntCredit.Orchestrations.Cases;
using EntCredit.Stores.Ledger;
using EntCredit.Stores.Views;
using Microsoft.Extensions.DependencyInjection;

namespace EntCredit.Orchestrations.Subjects;

/// <summary>Where two subjects that are one are merged, and separated again where that was wrong.</summary>
public sealed class SubjectDesk(ILedger ledger, IIntakeIndex index, [FromKeyedServices("legal")] TimeProvider legal)
{
    private const int Tries = 5;

    /// <summary>The enterprise of the first number goes under that of the second.</summary>
    public Task<MergeAnswer> MergeAsync(MergeRequest request, CancellationToken cancellation) => AskAsync(request, MergeDecider.Merge, cancellation);

    /// <summary>They are two again.</summary>
    public Task<MergeAnswer> SeparateAsync(MergeRequest request, CancellationToken cancellation) => AskAsync(request, MergeDecider.Separate, cancellation);

    private async Task<MergeAnswer> AskAsync(MergeRequest request, Func<MergeCommand, Subject, Subject, MergeDecision> decide, CancellationToken cancellation)
    {
        if (await IdOfAsync(request.Number, cancellation) is not { } other) return new MergeAnswer(SubjectErrors.Unknown, request.Number);
        if (await IdOfAsync(request.Kept, cancellation) is not { } kept) return new MergeAnswer(SubjectErrors.Unknown, request.Kept);
        for (var tried = 1; ; tried++)
        {
            var streams = await ledger.LoadManyAsync([other, kept], cancellation);
            var decision = decide(new MergeCommand(legal.GetUtcNow(), request.By, request.Reason, other, kept), StateOf(streams[other]), StateOf(streams[kept]));
            if (decision.Error is { } error) return new MergeAnswer(error);
            List<Append> appends = [];

            // The one that stays first: on a store that writes them one after the other, what is left over is completed by asking again.
            if (decision.Kept is { } onKept) appends.Add(new Append(kept, kept, streams[kept].Version, [onKept]));
            if (decision.Other is { } onOther) appends.Add(new Append(other, other, streams[other].Version, [onOther]));
            try
            {
                if (appends.Count > 0) await ledger.AppendAsync(appends, cancellation);
                return new MergeAnswer();
            }
            catch (LedgerConflictException) when (tried < Tries)
            {
                // A row named one of them meanwhile: read and decided again.
            }
            catch (LedgerConflictException)
            {
                return new MergeAnswer(CaseErrors.Busy);
            }
        }
    }

    private static Subject StateOf(LoadedStream stream) => Subject.Fold(stream.Events.Cast<SubjectEvent>());

    private async Task<string?> IdOfAsync(string text, CancellationToken cancellation) =>
        CaseSubjects.NumberOf(text) is { } number && (await index.SubjectsAsync([number], cancellation)).GetValueOrDefault(number) is { } known ? known.Id : null;
}
