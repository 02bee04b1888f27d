using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using EntCredit.Domain.Calendar;
using EntCredit.Domain.Departments;
using EntCredit.Domain.Jurisdictions;
using EntCredit.Orchestrations.Cases;
using EntCredit.Stores.Departments;
using EntCredit.Stores.Ledger;
using Microsoft.Extensions.DependencyInjection;

namespace EntCredit.Orchestrations.Departments;

/// <summary>Applications for accounts (C14): handed in without one, answered by market supervision, and the key made when its applicant fetches it, so that nobody else sees it.</summary>
public sealed class AccountDesk(
    CaseWriter writer,
    DepartmentKeys keys,
    IPersonalData personal,
    JurisdictionProfiles profiles,
    Func<DepartmentRegister> departments,
    RandomNumberGenerator random,
    [FromKeyedServices("legal")] TimeProvider legal,
    [FromKeyedServices("machine")] TimeProvider machine)
{
    private const int SecretBytes = 16;
    private const int IdBytes = 6;

    /// <summary>Hands an application in.</summary>
    /// <param name="jurisdiction">The id of the platform's profile.</param>
    /// <param name="apply">What is applied for, by the applicant's secret.</param>
    /// <param name="cancellation">Stops the work.</param>
    public async Task<AccountLodged> ApplyAsync(string jurisdiction, Func<DateTimeOffset, string, AccountCommand.Apply> apply, CancellationToken cancellation)
    {
        if (profiles.Find(jurisdiction) is null) return new AccountLodged(null, null, AccountErrors.NotHere);
        var secret = Text(SecretBytes);
        var id = LegalZone.DayOf(legal.GetUtcNow()).ToString("yyyyMMdd", CultureInfo.InvariantCulture) + "-" + Text(IdBytes);
        var answer = await AskAsync(id, null, now => apply(now, DigestOf(secret)), new CaseOrigin(jurisdiction, Instances.OfAccount(id)), cancellation);
        return answer.Error is { } error ? new AccountLodged(null, null, error) : new AccountLodged(id, secret, null);
    }

    /// <summary>Where an application stands.</summary>
    public Task<CaseAnswer<AccountApplication>> LoadAsync(string id, CancellationToken cancellation) =>
        writer.LoadAsync<AccountEvent, AccountApplication>(Instances.OfAccount(id), AccountApplication.Fold, cancellation);

    /// <summary>Who answers for it, or null.</summary>
    public async Task<AccountContact?> ContactAsync(string id, CancellationToken cancellation) =>
        ((await personal.ReadPersonalAsync(Instances.OfAccount(id), 1, cancellation)).Event as AccountEvent.Applied)?.Contact;

    /// <summary>Asks something of an application that is there.</summary>
    public async Task<CaseAnswer<AccountApplication>> AnswerAsync(
        string id, long? expected, Func<DateTimeOffset, AccountCommand> command, CancellationToken cancellation) =>
        (await LoadAsync(id, cancellation)).State.Applied is null
            ? new CaseAnswer<AccountApplication>(AccountApplication.Initial, 0, AccountErrors.Unknown)
            : await AskAsync(id, expected, command, null, cancellation);

    /// <summary>
    /// Makes the key and shows it, this once. The key comes first: where the fact is not written after it, nobody has seen it, and it can be fetched again.
    /// </summary>
    public async Task<AccountKey> TakeKeyAsync(string id, CancellationToken cancellation)
    {
        var state = (await LoadAsync(id, cancellation)).State;
        var refusal = AccountDecider.Decide(new AccountCommand.TakeKey(legal.GetUtcNow(), string.Empty), state, profiles.Get(state.Applied!.Jurisdiction), departments()).Error;
        if (refusal is not null) return new AccountKey(null, null, refusal);
        var issue = state.Issue!;
        if (departments().Find(issue.Department) is not { } department) return new AccountKey(null, null, AccountErrors.OtherDepartment);

        var now = machine.GetUtcNow();
        var bytes = new byte[KeyText.RandomBytes];
        random.GetBytes(bytes);
        var text = KeyText.Of(bytes);
        var key = new ApiKey(KeyText.HashOf(text), LegalZone.DayOf(now), issue.Until, state.Applied!.Purpose);
        try
        {
            var issued = await keys.DecideAsync(department, new KeyCommand.Issue(legal.GetUtcNow(), issue.By, key, now), cancellation);
            if (issued.Error is { } error) return new AccountKey(null, null, error);
        }
        catch (LedgerConflictException)
        {
            return new AccountKey(null, null, KeyErrors.Busy);
        }

        var name = key.Hash[..KeyText.IdDigits];
        var taken = await AskAsync(id, null, at => new AccountCommand.TakeKey(at, name), null, cancellation);
        if (taken.Error is null) return new AccountKey(text, key, null);

        // Somebody else fetched it at the same time: of two keys one is shown.
        await keys.DecideAsync(department, new KeyCommand.Revoke(legal.GetUtcNow(), issue.By, name), CancellationToken.None);
        return new AccountKey(null, null, taken.Error);
    }

    /// <summary>The digest by which a secret is kept, lower-case hex.</summary>
    public static string DigestOf(string secret) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(secret)));

    private Task<CaseAnswer<AccountApplication>> AskAsync(
        string id, long? expected, Func<DateTimeOffset, AccountCommand> command, CaseOrigin? origin, CancellationToken cancellation) =>
        writer.AskAsync<AccountEvent, AccountApplication>(
            Instances.OfAccount(id),
            AccountApplication.Fold,
            (now, state, rules) => AccountDecider.Decide(command(now), state, rules.Profile, departments()),
            expected,
            origin,
            cancellation);

    private string Text(int count)
    {
        var bytes = new byte[count];
        random.GetBytes(bytes);
        return Convert.ToHexStringLower(bytes);
    }
}
