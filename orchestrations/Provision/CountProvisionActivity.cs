using EntCredit.Domain.Batches;
using EntCredit.Domain.Jurisdictions;
using EntCredit.Stores.Ledger;
using EntCredit.Stores.Views;
using Microsoft.Extensions.Logging;

namespace EntCredit.Orchestrations.Provision;

/// <summary>
/// Counts a receipted upload as given for the months in which its records arose, where its department gives monthly
/// (在线录入、批量导入、人工上传, 渝府办发〔2016〕170号 三(二)).
/// </summary>
public sealed class CountProvisionActivity(
    ILedger ledger, JurisdictionProfiles profiles, IProvisionView provisions, ProvisionDesk desk, ILogger<CountProvisionActivity> logger)
{
    /// <summary>The function's name.</summary>
    public const string Name = "CountProvision";

    /// <summary>Runs it. The same upload counts once: it is known by the digest of its content.</summary>
    [Function(Name)]
    public async Task RunAsync([ActivityTrigger] BatchInput input, [DurableClient] DurableTaskClient client, CancellationToken cancellation)
    {
        var stream = await ledger.LoadAsync(BatchIds.Stream(input.Batch), cancellation);
        var batch = Batch.Fold(stream.Events.Cast<BatchEvent>());
        if (batch.Arrival is not { } arrival || batch.Reading is not { SameAs: null } reading) return;
        if (profiles.Find(arrival.Jurisdiction)?.Provision.Mode != ProvisionMode.Monthly) return;

        using var scope = LogScope.Begin(logger, ("batch", input.Batch));
        foreach (var (month, records) in await provisions.MonthsOfBatchAsync(input.Batch, cancellation))
        {
            var answer = await desk.ProvideAsync(arrival.Department, month, records, reading.ContentSha256, arrival.At, null, client, cancellation);
            logger.LogInformation(
                "{Records} records count for {Month} of {Department}: {Outcome}", records, month, arrival.Department, answer.Error?.Title ?? "taken");
        }
    }
}
