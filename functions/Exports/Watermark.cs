using System.Globalization;
using EntCredit.Stores.Views;
using Microsoft.Extensions.DependencyInjection;

namespace EntCredit.Functions.Exports;

/// <summary>A watermark as callers keep it: the number, and, where they keep that too, the first half of the event's hash there, by which a ledger that was set back or is another is known.</summary>
/// <param name="Number">The watermark.</param>
/// <param name="Mark">The mark, or empty.</param>
public sealed record Watermark(long Number, string Mark)
{
    private const int MarkLength = 32;

    /// <summary>The beginning.</summary>
    public static Watermark Zero { get; } = new(0, string.Empty);

    /// <summary>Reads one; null where the text is none.</summary>
    public static Watermark? Read(string text)
    {
        if (text.Length == 0) return Zero;
        var parts = text.Split('-');
        return parts.Length <= 2 && long.TryParse(parts[0], NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? new Watermark(number, parts.ElementAtOrDefault(1) ?? string.Empty) : null;
    }

    /// <summary>The watermark at a number.</summary>
    public static Watermark At(long number, string? hash) => new(number, hash?[..MarkLength] ?? string.Empty);

    /// <inheritdoc/>
    public override string ToString() => Mark.Length == 0 ? Number.ToString(CultureInfo.InvariantCulture) : string.Create(CultureInfo.InvariantCulture, $"{Number}-{Mark}");
}

/// <summary>Which watermarks somebody may go on from.</summary>
public sealed class Watermarks(IChangeFeed feed, [FromKeyedServices("machine")] TimeProvider machine)
{
    /// <summary>So many events behind, the snapshot is the shorter way: it holds what is shown now, the events all that ever was.</summary>
    public const long MostBehind = 1_000_000;

    private const int Looks = 6;
    private static readonly TimeSpan Between = TimeSpan.FromMilliseconds(500);

    /// <summary>The watermark at a number that the ledger has.</summary>
    public async Task<Watermark> AtAsync(long number, CancellationToken cancellation) => Watermark.At(number, (await feed.AtAsync(number, cancellation)).Hash);

    /// <summary>Whether what came after it is told without a gap.</summary>
    /// <param name="watermark">Given by a caller.</param>
    /// <param name="most">How far behind it may lie.</param>
    /// <param name="cancellation">Stops the waiting.</param>
    public async Task<bool> HoldsAsync(Watermark watermark, long most, CancellationToken cancellation)
    {
        var (last, hash) = await feed.AtAsync(watermark.Number, cancellation);

        // Another process's copy of the ledger may be a moment ahead of this one's.
        for (var look = 1; last < watermark.Number && look < Looks; look++)
        {
            await Task.Delay(Between, machine, cancellation);
            (last, hash) = await feed.AtAsync(watermark.Number, cancellation);
        }

        if (last - watermark.Number > most) return false;
        return watermark.Number == 0 || (hash?.StartsWith(watermark.Mark, StringComparison.Ordinal) ?? false);
    }
}
