using EntCredit.Domain.Intake;
using EntCredit.Domain.Subjects;

namespace EntCredit.Domain.Records;

/// <summary>The keys by which a row finds the records that it speaks of, made once for each row: they need nothing of the ledger.</summary>
/// <param name="Digest">The content's digest (<see cref="ContentDigest"/>).</param>
/// <param name="Identity">The key of the collected record: by its number, or by its content alone.</param>
/// <param name="HasNumber">Whether the identity is one of number and subject (<see cref="RecordKeys.Identity"/>), and not of content alone.</param>
/// <param name="Provider">Who gives the row.</param>
/// <param name="Content">What it says.</param>
public sealed record RowKeys(string Digest, string Identity, bool HasNumber, string Provider, RecordContent Content)
{
    /// <summary>The keys of refused rows that it may mend, the surest first; made when asked for, since mostly nothing waits to be mended.</summary>
    public IReadOnlyList<string> Mending => field ??= RecordKeys.Mending(Provider, Content);

    /// <summary>The numbers that it gives of its subject (<see cref="SubjectDecider.AliasesOf"/>).</summary>
    public IReadOnlyList<(AliasKind Kind, string Value)> Numbers => field ??= SubjectDecider.AliasesOf(Content.Subject);

    /// <summary>The numbers by which its subject may be known already (<see cref="SubjectDecider.LookupsOf"/>).</summary>
    public IReadOnlyList<(AliasKind Kind, string Value)> Lookups => field ??= SubjectDecider.LookupsOf(Content.Subject);

    /// <summary>The keys of a row.</summary>
    public static RowKeys Of(string provider, RecordContent content)
    {
        var digest = ContentDigest.Of(content);
        var identity = RecordKeys.Identity(provider, content);
        return new RowKeys(digest, identity ?? RecordKeys.SameContent(provider, content, digest), identity is not null, provider, content);
    }
}
