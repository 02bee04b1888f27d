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
        if (SubjectOf(content) is not { } subject) return null;
        if (content.DocumentNumber is { } number) return Join("id", provider, content.Item, number, subject);
        return content.Item == FollowUps.Register ? Join("id", provider, content.Item, subject) : null;
    }

    /// <summary>Whether a row says which fact it is, so that it has an <see cref="Identity"/>.</summary>
    public static bool HasIdentity(RecordContent content) => SubjectOf(content) is not null && (content.DocumentNumber is not null || content.Item == FollowUps.Register);

    private static string? SubjectOf(RecordContent content) => content.Subject.CreditCode ?? content.Subject.RegistrationNumber ?? content.Subject.Name;

    /// <summary>The key of a collected record by its content alone, for items without a number.</summary>
    public static string SameContent(string provider, RecordContent content, string digest) => Join("same", provider, content.Item, digest);

    /// <summary>
    /// The keys by which the mended row finds the refused one, the surest first. A number alone names no record, since one decision may have several
    /// subjects (A23), nor does a subject and a day where the rows have numbers: a row that lacks too much is mended by naming its record (记录编号).
    /// </summary>
    public static IReadOnlyList<string> Mending(string provider, RecordContent content)
    {
        (string Kind, string? Value)[] subject =
            [("name", content.Subject.Name), ("code", content.Subject.CreditCode), ("registration", content.Subject.RegistrationNumber)];
        var known = subject.Where(one => one.Value is not null).ToList();
        if (content.DocumentNumber is { } number)
        {
            return known.Count == 0
                ? [Join("mend-number", provider, content.Item, number)]
                : [.. known.Select(one => Join("mend-number-" + one.Kind, provider, content.Item, number, one.Value!))];
        }

        // The register holds one record for each subject, whatever its day.
        var day = content.Item == FollowUps.Register ? "" : content.GeneratedOn?.ToString("O") ?? "-";
        return [.. known.Select(one => Join("mend-" + one.Kind, provider, content.Item, one.Value!, day))];
    }

    /// <summary>Whether a key is one of <see cref="Mending"/>: it finds refused records alone.</summary>
    public static bool IsMending(string key) => key.StartsWith("mend-", StringComparison.Ordinal);

    private static string Join(params ReadOnlySpan<string?> parts) => string.Join('\u001f', parts);
}
