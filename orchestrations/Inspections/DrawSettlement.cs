using EntCredit.Domain.Credit;
using EntCredit.Domain.Inspections;
using EntCredit.Domain.Jurisdictions;
using EntCredit.Stores.Views;
using Microsoft.Extensions.Logging;

namespace EntCredit.Orchestrations.Inspections;

/// <summary>
/// Brings results from the intake to the draws that await them: an inspection's record (抽查检查结果) that names the draw as its task ends what is awaited of its enterprise.
/// The record keeps its own clocks of collection and publication (R4).
/// </summary>
public sealed class DrawSettlement(InspectionDesk desk, ICaseIndex index, ICreditBook book, JurisdictionProfiles profiles, ILogger<DrawSettlement> logger)
{
    private const string Item = "inspection", Task = "CCRWBH", Result = "CCJG";

    private const int PageSize = 200;

    /// <summary>One pass over the draws of which a result is awaited. How many results it brought.</summary>
    public async Task<int> RunAsync(CancellationToken cancellation)
    {
        var brought = 0;
        foreach (var jurisdiction in profiles.All)
        {
            string? after = null;
            do
            {
                var page = await index.FindAsync(CaseKind.Draw, CasePart.Standing, jurisdiction.Id, after, PageSize, cancellation);
                foreach (var stream in page) brought += await SettleAsync(stream[Instances.OfDraw(string.Empty).Length..], cancellation);
                after = page.Count == PageSize ? page[^1] : null;
            }
            while (after is not null);
        }

        return brought;
    }

    private async Task<int> SettleAsync(string id, CancellationToken cancellation)
    {
        var (state, brought) = ((await desk.DrawAsync(id, cancellation)).State, 0);
        var pending = state.Drawing!.Subjects.Where(subject => !state.Results.ContainsKey(subject)).ToList();
        foreach (var (subject, records) in await book.RecordsAsync(pending, cancellation))
        {
            if (records.FirstOrDefault(record => IsResult(record, id, state.Commitment!)) is not { } found) continue;
            var answer = await desk.ActAsync(
                id,
                now => new DrawCommand.RecordResult(now, found.Provider, subject, found.GeneratedOn!.Value, found.Fields[Result]) { Record = found.Id },
                null,
                cancellation);
            if (answer.Error is { } error) logger.LogWarning("The result {Record} does not settle draw {Draw}: {Error}", found.Id, id, error.Code);
            else brought++;
        }

        return brought;
    }

    private static bool IsResult(CreditRecord record, string draw, DrawEvent.Committed committed) =>
        record.Item == Item && record.GeneratedOn is not null && committed.Departments.Contains(record.Provider)
        && record.Fields.GetValueOrDefault(Task) == draw && record.Fields.ContainsKey(Result);
}
