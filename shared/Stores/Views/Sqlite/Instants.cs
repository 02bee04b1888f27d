namespace EntCredit.Stores.Views.Sqlite;

/// <summary>Instants as the projections keep them: UTC ticks.</summary>
internal static class Instants
{
    public static DateTimeOffset Of(long ticks) => new(ticks, TimeSpan.Zero);

    public static DateTimeOffset? Of(long? ticks) => ticks is { } known ? Of(known) : null;
}
