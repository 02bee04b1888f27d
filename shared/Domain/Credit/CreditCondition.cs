using System.Globalization;

namespace EntCredit.Domain.Credit;

/// <summary>Which records meet a criterion or raise a signal. Every part that is given must hold.</summary>
/// <param name="Items">Of these catalogue items.</param>
/// <param name="AtLeast">So many of them.</param>
public sealed record CreditCondition(IReadOnlyList<string> Items, int AtLeast)
{
    /// <summary>Fields that must be empty, e.g. the day of removal from a list.</summary>
    public IReadOnlyList<string> Absent { get; init; } = [];

    /// <summary>The field that <see cref="Containing"/> and <see cref="Excluding"/> are about, or null.</summary>
    public string? Field { get; init; }

    /// <summary>The field holds one of these; empty leaves it open.</summary>
    public IReadOnlyList<string> Containing { get; init; } = [];

    /// <summary>The field is none of these; empty leaves it open.</summary>
    public IReadOnlyList<string> Excluding { get; init; } = [];

    /// <summary>Arisen so many months ago at most, or null.</summary>
    public int? WithinMonths { get; init; }

    /// <summary>A field with the last day of validity: empty or not past; or null.</summary>
    public string? InForce { get; init; }

    /// <summary>The records that meet it, or none where they are too few.</summary>
    public IReadOnlyList<string> Met(IEnumerable<CreditRecord> records, DateOnly today)
    {
        var met = records.Where(record => IsMetBy(record, today)).Select(record => record.Id).Order(StringComparer.Ordinal).ToList();
        return met.Count >= AtLeast ? met : [];
    }

    private bool IsMetBy(CreditRecord record, DateOnly today) =>
        Items.Contains(record.Item)
        && !Absent.Any(record.Fields.ContainsKey)
        && (Field is null || FieldFits(record.Fields.GetValueOrDefault(Field)))
        && (WithinMonths is not { } months || (record.GeneratedOn is { } arose && arose <= today && arose.AddMonths(months) >= today))
        && (InForce is null || !record.Fields.TryGetValue(InForce, out var until) || !IsPast(until, today));

    // A field of several values holds them side by side.
    private bool FieldFits(string? value) =>
        value is not null && !Excluding.Contains(value) && (Containing.Count == 0 || Containing.Any(word => value.Contains(word, StringComparison.Ordinal)));

    private static bool IsPast(string day, DateOnly today) =>
        DateOnly.TryParseExact(day, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var last) && last < today;
}
