using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using EntCredit.Domain.Calendar;
using EntCredit.Domain.Departments;
using EntCredit.Domain.Errors;
using EntCredit.Domain.Objections;
using EntCredit.Domain.Records;
using EntCredit.Orchestrations.Cases;
using EntCredit.Stores.Blobs;
using EntCredit.Stores.Ledger;
using EntCredit.Stores.Views;
using Microsoft.Extensions.DependencyInjection;

namespace EntCredit.Orchestrations.Objections;

/// <summary>Where an objection is handed in: decided first, then its evidence kept, then the fact committed.</summary>
public sealed class ObjectionCounter(
    ILedger ledger,
    ICaseBook cases,
    EvidenceStore evidence,
    DepartmentRegister departments,
    Rulebook rulebook,
    RandomNumberGenerator random,
    [FromKeyedServices("legal")] TimeProvider legal)
{
    private const int SecretBytes = 16;

    /// <summary>Takes an objection to a record that the public sees, or saw until it was hidden.</summary>
    /// <param name="filing">What was handed in.</param>
    /// <param name="client">Starts what keeps the time.</param>
    /// <param name="cancellation">Stops the work.</param>
    public async Task<FilingAnswer> LodgeAsync(Filing filing, DurableTaskClient client, CancellationToken cancellation)
    {
        var stream = await ledger.LoadAsync(filing.Record, cancellation);
        var record = Record.Fold(stream.Events.OfType<RecordEvent>());
        if (record is not { Phase: RecordPhase.Published or RecordPhase.Suspended, PublishedAt: not null, Origin: { } origin, Subject: { } subject })
            return new FilingAnswer(null, null, RecordErrors.Unknown);

        var now = legal.GetUtcNow();
        var rules = (await rulebook.TodayAsync(cancellation)).CaseRulesFor(origin.Jurisdiction);
        var about = new ObjectionSubject(filing.Record, subject, origin.Provider, origin.Jurisdiction, origin.Item);
        var grounds = DigestOf(filing.Applicant.Grounds);
        var secret = filing.WithSecret ? Text(SecretBytes) : null;
        var lodge = new ObjectionCommand.Lodge(
            now,
            about,
            filing.With ?? TakerOf(filing.WithRole ?? rules.Profile.Objections.LodgedWith[0], about),
            grounds,
            [.. filing.Evidence.Select(file => file.Sha256).Distinct(StringComparer.Ordinal)],
            filing.Applicant,
            await PriorAsync(filing.Record, grounds, cancellation))
        {
            SecretSha256 = secret is null ? null : SecretOf(secret),
        };
        var decision = ObjectionDecider.Decide(lodge, Objection.Initial, rules);
        if (decision.Error is { } error) return new FilingAnswer(null, null, error);

        var id = LegalZone.DayOf(now).ToString("yyyyMMdd", CultureInfo.InvariantCulture) + "-" + Text(6);
        foreach (var file in filing.Evidence) await evidence.PutAsync(id, file.Sha256, file.MediaType, file.Bytes, cancellation);
        await ledger.AppendAsync([new Append(Instances.OfObjection(id), subject, 0, decision.Events)], cancellation);
        await client.WakeObjectionAsync(id, cancellation);
        return new FilingAnswer(id, secret, null);
    }

    /// <summary>The digest by which a secret is kept.</summary>
    public static string SecretOf(string secret) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(secret)));

    private string TakerOf(DepartmentRole role, ObjectionSubject about) =>
        role == DepartmentRole.Provider ? about.Provider : departments.In(about.Jurisdiction, role).FirstOrDefault()?.Id ?? string.Empty;

    // A10: of several with the same content, the newest.
    private async Task<PriorObjection?> PriorAsync(string record, string grounds, CancellationToken cancellation)
    {
        var earlier = await cases.AboutAsync(CaseKind.Objection, record, cancellation);
        var streams = await ledger.LoadManyAsync([.. earlier.Select(row => row.Stream)], cancellation);
        var same = earlier.Select(row => Objection.Fold(streams[row.Stream].Events.Cast<ObjectionEvent>()).Lodging)
            .Zip(earlier, (lodging, row) => (lodging, row.Stream))
            .LastOrDefault(pair => pair.lodging?.GroundsDigest == grounds);
        return same.lodging is { } found ? new PriorObjection(same.Stream, found.GroundsDigest, found.Evidence) : null;
    }

    private static string DigestOf(string grounds) =>
        grounds.Length == 0 ? string.Empty : Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(grounds)));

    private string Text(int bytes)
    {
        var buffer = new byte[bytes];
        random.GetBytes(buffer);
        return Convert.ToHexStringLower(buffer);
    }
}
