using EntCredit.Domain.Calendar;
using EntCredit.Domain.Compliance;
using EntCredit.Domain.Departments;
using EntCredit.Stores.Ledger.Seals;
using EntCredit.Stores.Reports;
using EntCredit.Stores.Views;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace EntCredit.Functions.Reports;

/// <summary>
/// Writes the compliance report just after each legal day has ended, for the month of that day (T24: 定期通报):
/// with the checks of data quality (R9, R15) in it;
/// so the month runs along, and its last writing, on the first of the next, is the final one.
/// </summary>
public sealed class ComplianceTimer(
    IObligationBook obligations,
    ILedgerOrder order,
    DepartmentRegister departments,
    QualityChecks quality,
    ReportStore reports,
    [FromKeyedServices("legal")] TimeProvider legal,
    ILogger<ComplianceTimer> logger)
{
    /// <summary>16:05 UTC is 00:05 in Shanghai.</summary>
    [Function("ComplianceReport")]
    public async Task RunAsync([TimerTrigger("0 5 16 * * *")] TimerInfo timer, CancellationToken cancellation)
    {
        var now = legal.GetUtcNow();
        var ended = LegalZone.DayOf(now).AddDays(-1);
        var from = new DateOnly(ended.Year, ended.Month, 1);
        var through = from.AddMonths(1).AddDays(-1);

        var tally = new ComplianceTally(from, through, now);
        await foreach (var duty in obligations.LivingInAsync(LegalZone.StartOf(from), tally.AsOf, cancellation)) tally.Add(duty);
        var period = ReportPeriods.NameOf(from);
        var seal = (await order.SealsAsync(1, cancellation)).SingleOrDefault();
        var report = (await quality.AddAsync(tally.Report(departments), cancellation)) with { Seal = seal is null ? null : new LedgerSeal(seal.Sealed.Day, seal.Hash) };
        await reports.WriteAsync(period, report, cancellation);
        logger.LogInformation("Compliance report {Period}: {Owed} owed by {Departments} departments, past due: {PastDue}",
            period, report.Total.Owed, report.Departments.Count, timer.IsPastDue);
    }
}
