using EntCredit.Domain.Calendar;
using EntCredit.Domain.Departments;
using EntCredit.Domain.Sharing;
using EntCredit.Orchestrations.Cases;
using EntCredit.Stores.Views;
using Microsoft.Extensions.DependencyInjection;

namespace EntCredit.Orchestrations.Sharing;

/// <summary>Consents to what is not shared: given, kept, and found again by whom they concern.</summary>
public sealed class ConsentDesk(
    CaseWriter writer, ICaseIndex index, Func<DepartmentRegister> departments, [FromKeyedServices("legal")] TimeProvider legal)
{
    private const int Most = 200;

    /// <summary>Gives one. The same again changes nothing.</summary>
    /// <param name="id">Its id.</param>
    /// <param name="origin">Where it belongs.</param>
    /// <param name="command">What is consented to; its instant is set here.</param>
    /// <param name="cancellation">Stops the work.</param>
    public async Task<CaseAnswer<ConsentEvent.Given?>> GiveAsync(string id, CaseOrigin origin, ConsentCommand command, CancellationToken cancellation) =>
        departments().Find(command.To) is null
            ? new CaseAnswer<ConsentEvent.Given?>(null, 0, ConsentErrors.NobodySuch)
            : await writer.AskAsync<ConsentEvent, ConsentEvent.Given?>(
                Instances.OfConsent(id), Fold, (now, given, rules) => ConsentDecider.Decide(command with { At = now }, given, rules.Profile), null, origin, cancellation);

    /// <summary>One as it was given, or null.</summary>
    public async Task<ConsentEvent.Given?> LoadAsync(string stream, CancellationToken cancellation) =>
        (await writer.LoadAsync<ConsentEvent, ConsentEvent.Given?>(stream, Fold, cancellation)).State;

    /// <summary>What a department was consented to about an enterprise, in force today.</summary>
    /// <param name="to">The department.</param>
    /// <param name="subjects">The internal ids of all that were found to be the enterprise.</param>
    /// <param name="cancellation">Stops the reading.</param>
    public async Task<IReadOnlyList<ConsentEvent.Given>> OfAsync(string to, IReadOnlyCollection<string> subjects, CancellationToken cancellation)
    {
        var today = LegalZone.DayOf(legal.GetUtcNow());
        List<ConsentEvent.Given> inForce = [];
        foreach (var (_, stream) in (await index.AboutAsync([CaseKind.Consent], subjects, Most, cancellation)).Values.SelectMany(found => found))
            if (await LoadAsync(stream, cancellation) is { } given && given.To == to && given.Until >= today) inForce.Add(given);
        return inForce;
    }

    private static ConsentEvent.Given? Fold(IEnumerable<ConsentEvent> history) => history.OfType<ConsentEvent.Given>().FirstOrDefault();
}
