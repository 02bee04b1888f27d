using System.Security.Cryptography;
using System.Text;
using EntCredit.Domain.Intake;

namespace EntCredit.Domain.Subjects;

/// <summary>How a subject comes to be known (C1: the match key is the credit code, or the registration number).</summary>
public static class SubjectDecider
{
    /// <summary>The numbers that a row gives, the credit code first.</summary>
    public static IReadOnlyList<(AliasKind Kind, string Value)> AliasesOf(SubjectKey key)
    {
        var aliases = new List<(AliasKind, string)>(2);
        if (key.CreditCode is { } code) aliases.Add((AliasKind.CreditCode, code));
        if (key.RegistrationNumber is { } number) aliases.Add((AliasKind.RegistrationNumber, number));
        return aliases;
    }

    /// <summary>
    /// The numbers by which a subject may be known already: those that a row gives, and the organisation code within its credit code, which is all that an
    /// older row had.
    /// </summary>
    public static IReadOnlyList<(AliasKind Kind, string Value)> LookupsOf(SubjectKey key) => key.CreditCode is { } code
        ? [.. AliasesOf(key), (AliasKind.RegistrationNumber, OrganizationCode.Of(code))]
        : AliasesOf(key);

    /// <summary>The internal id of a subject first met under a number: derived, so that two who meet it at once agree.</summary>
    public static string NewId((AliasKind Kind, string Value) firstAlias)
    {
        var digest = SHA256.HashData(Encoding.UTF8.GetBytes($"{firstAlias.Kind}:{firstAlias.Value}"));
        return "subject-" + Convert.ToHexStringLower(digest.AsSpan(0, 10));
    }

    /// <summary>A row names the subject by these numbers. Numbers already known give nothing.</summary>
    public static IReadOnlyList<SubjectEvent> Meet(Subject state, IEnumerable<(AliasKind Kind, string Value)> aliases, DateTimeOffset at) =>
        [.. aliases.Distinct().Where(alias => !state.Aliases.Contains(alias)).Select(alias => new SubjectEvent.KnownAs(at, alias.Kind, alias.Value))];

    /// <summary>The register brings the subject. The same name and place again give nothing.</summary>
    public static IReadOnlyList<SubjectEvent> Register(
        Subject state, string name, string record, DateTimeOffset at, string? address = null, string? region = null) =>
        (state.Name, state.Address, state.Region) == (name, address, region)
            ? []
            : [new SubjectEvent.Registered(at, name, record) { Address = address, Region = region }];
}
