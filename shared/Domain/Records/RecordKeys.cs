using EntCredit.Domain.Intake;

namespace EntCredit.Domain.Records;

/// <summary>The keys by which a row that comes again finds the record that it speaks of.</summary>
public static class RecordKeys
{
    /// <summary>
    /// The key of a collected record: same provider, item, number and subject are one fact (A23: one decision with several subjects is several).
    /// The register knows one record per subject. Null where the row has no number: then only the same content is the same fact.
    /// </summary>
    public static string? Identity(string provider, RecordContent content)
    {
        var subject = content.Subject.CreditCode ?? content.Subject.RegistrationNumber ?? content.Subject.Name;
        if (subject is null) return null;
        if (content.DocumentNumber is { } number) return Join("id", provider, content.Item, number, subject);
        return content.Item == "register" ? Join("id", provider, content.Item, subject) : null;
    }

    /// <summary>The key of a collected record by its content alone, for items without a number.</summary>
    public static string SameContent(string provider, RecordContent content, string digest) => Join("same", provider, content.Item, digest);

    /// <summary>
    /// The keys by which the mended row finds the refused one, the surest first: number and name, number alone, then name and day;
    /// a refused row may lack any of them.
    /// </summary>
    public static IReadOnlyList<string> Mending(string provider, RecordContent content)
    {
        var keys = new List<string>(4);
        var (number, name) = (content.DocumentNumber, content.Subject.Name);
        if (number is not null && name is not null) keys.Add(Join("mend-number-name", provider, content.Item, number, name));
        if (content.Subject.CreditCode is { } code && content.Item == "register") keys.Add(Join("mend-code", provider, content.Item, code));
        if (number is not null) keys.Add(Join("mend-number", provider, content.Item, number));
        if (name is not null) keys.Add(Join("mend-name", provider, content.Item, name, content.GeneratedOn?.ToString("O") ?? "-"));
        if (name is not null && content.Item == "register") keys.Add(Join("mend-name", provider, content.Item, name));
        return keys;
    }

    /// <summary>
    /// Those of <see cref="Mending"/> by which a refused row is found from now on. What has a legible number is found by it alone: one enterprise may be
    /// given several papers on one day, and none of them mends another.
    /// </summary>
    public static IReadOnlyList<string> OfRefused(string provider, RecordContent content) => content switch
    {
        { DocumentNumber: null } or { Item: "register" } => Mending(provider, content),
        _ => [.. Mending(provider, content).Except(Mending(provider, content with { DocumentNumber = null }))],
    };

    private static string Join(params string[] parts) => string.Join('\u001f', parts);
}
