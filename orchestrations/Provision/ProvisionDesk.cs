using EntCredit.Domain.Calendar;
using EntCredit.Domain.Departments;
using EntCredit.Domain.Events;
using EntCredit.Domain.Jurisdictions;
using EntCredit.Domain.Obligations;
using EntCredit.Domain.Provision;
using EntCredit.Orchestrations.Cases;
using EntCredit.Stores.Ledger;
using Microsoft.Extensions.DependencyInjection;

namespace EntCredit.Orchestrations.Provision;

/// <summary>
/// The monthly regime of 渝府办发〔2016〕170号 三(二)(三): who owes which month, what was given for it, and that it was loaded.
/// </summary>
public sealed class ProvisionDesk(
    ILedger ledger,
    CaseWriter writer,
    JurisdictionProfiles profiles,
    DepartmentRegister departments,
    [FromKeyedServices("legal")] TimeProvider legal)
{
    /// <summary>How many months back a missed one is looked for.</summary>
    private const int MonthsBack = 12;

    /// <summary>Where a department's month stands.</summary>
    public Task<CaseAnswer<MonthProvision>> LoadAsync(string department, DateOnly month, CancellationToken cancellation) =>
        writer.LoadAsync<ProvisionEvent, MonthProvision>(Instances.OfProvision(department, month), MonthProvision.Fold, cancellation);

    /// <summary>
    /// Says of every department of a monthly jurisdiction that it owes the month that ended last (A18: the previous month's information), and the months
    /// before it that were never said since one was. How many were new.
    /// </summary>
    public async Task<int> ExpectAsync(DurableTaskClient client, CancellationToken cancellation)
    {
        var last = MonthOf(LegalZone.DayOf(legal.GetUtcNow())).AddMonths(-1);
        var begun = 0;
        foreach (var profile in profiles.All.Where(profile => profile.Provision.Mode == ProvisionMode.Monthly))
        {
            foreach (var month in await MissingAsync(profile, last, cancellation))
                foreach (var department in OwingIn(profile, month))
                    begun += await ExpectAsync(department, profile, month, client, cancellation) ? 1 : 0;
        }

        return begun;
    }

    /// <summary>Takes what a department gave for a month. A month that nobody owes, or that is not over, gets nothing.</summary>
    /// <param name="department">The department.</param>
    /// <param name="month">Any day of the month.</param>
    /// <param name="records">How many records; 0 where none arose.</param>
    /// <param name="digest">The digest of what was given.</param>
    /// <param name="at">When it arrived, or null for now.</param>
    /// <param name="expected">The version that the month must have, or null.</param>
    /// <param name="client">The durable client.</param>
    /// <param name="cancellation">Stops the work between ledger calls.</param>
    public async Task<CaseAnswer<MonthProvision>> ProvideAsync(
        string department,
        DateOnly month,
        int records,
        string digest,
        DateTimeOffset? at,
        long? expected,
        DurableTaskClient client,
        CancellationToken cancellation)
    {
        // What arrives before the monthly tick came is not lost for that.
        if (departments.Find(department) is { } owing && profiles.Find(owing.Jurisdiction) is { } profile
            && MonthOf(month) == MonthOf(LegalZone.DayOf(legal.GetUtcNow())).AddMonths(-1) && OwingIn(profile, MonthOf(month)).Contains(department))
            await ExpectAsync(department, profile, MonthOf(month), client, cancellation);
        return await AskAsync(
            department, month, now => new ProvisionCommand.Provide(at ?? now, department, records, digest), expected, client, cancellation);
    }

    /// <summary>Loads what was given into the national system: all of it that was not loaded yet.</summary>
    public async Task<CaseAnswer<MonthProvision>> LoadIntoNationalSystemAsync(
        string department, DateOnly month, string by, long? expected, DurableTaskClient client, CancellationToken cancellation)
    {
        var awaiting = (await LoadAsync(department, month, cancellation)).State.AwaitingLoad;
        return await AskAsync(department, month, now => new ProvisionCommand.Load(now, by, awaiting), expected, client, cancellation);
    }

    private async Task<CaseAnswer<MonthProvision>> AskAsync(
        string department,
        DateOnly month,
        Func<DateTimeOffset, ProvisionCommand> command,
        long? expected,
        DurableTaskClient client,
        CancellationToken cancellation)
    {
        var stream = Instances.OfProvision(department, month);
        if (departments.Find(department) is not { } owing) return new(MonthProvision.Initial, 0, ProvisionErrors.Unknown);
        var answer = await writer.AskAsync<ProvisionEvent, MonthProvision>(
            stream,
            MonthProvision.Fold,
            (now, state, rules) => ProvisionDecider.Decide(command(now), state, rules),
            expected,
            new CaseOrigin(owing.Jurisdiction, stream),
            cancellation);
        if (answer is { Error: null, Version: > 0 }) await client.WakeProvisionAsync(department, month, cancellation);
        return answer;
    }

    private async Task<bool> ExpectAsync(
        string department, JurisdictionProfile profile, DateOnly month, DurableTaskClient client, CancellationToken cancellation)
    {
        var stream = Instances.OfProvision(department, month);
        var answer = await writer.AskAsync<ProvisionEvent, MonthProvision>(
            stream,
            MonthProvision.Fold,
            (now, state, rules) => ProvisionDecider.Decide(new ProvisionCommand.Expect(now, department, profile.Id, month), state, rules),
            null,
            new CaseOrigin(profile.Id, stream),
            cancellation);
        if (answer.Began) await client.WakeProvisionAsync(department, month, cancellation);
        return answer.Began;
    }

    /// <summary>The last month, and those before it back to one that the ledger has; the last alone where it has none.</summary>
    private async Task<List<DateOnly>> MissingAsync(JurisdictionProfile profile, DateOnly last, CancellationToken cancellation)
    {
        List<DateOnly> missing = [last];
        for (var month = last.AddMonths(-1); month >= last.AddMonths(-MonthsBack); month = month.AddMonths(-1))
        {
            var streams = await ledger.LoadManyAsync([.. OwingIn(profile, month).Select(id => Instances.OfProvision(id, month))], cancellation);
            if (streams.Values.Any(stream => stream.Version > 0)) return missing;
            missing.Add(month);
        }

        return [last];
    }

    /// <summary>市级部门……向工商部门提供 (C 三(二)): whom it is given to owes it to nobody.</summary>
    private List<string> OwingIn(JurisdictionProfile profile, DateOnly month) => profile.Provision.Mode != ProvisionMode.Monthly ? [] :
    [
        .. departments.In(profile.Id, DepartmentRole.Provider)
            .Where(department => !department.Has(DepartmentRole.MarketSupervision) && department.ExistsAt(LegalZone.StartOf(month.AddMonths(1))))
            .Select(department => department.Id),
    ];

    private static DateOnly MonthOf(DateOnly day) => new(day.Year, day.Month, 1);
}
