using System.Globalization;
using System.Text.Json.Nodes;

namespace EntCredit.Demo;

/// <summary>Prints what happened. Every date comes from the ledger's answers, none from here.</summary>
public static class Timeline
{
    /// <summary>A new part of the story.</summary>
    public static void Chapter(string title)
    {
        Console.WriteLine();
        Console.WriteLine("━━ " + title);
    }

    /// <summary>Something at an instant of the ledger.</summary>
    public static void At(JsonNode? instant, string text) => Console.WriteLine($"{Moment(instant),16}  {text}");

    /// <summary>Something that belongs to the line above.</summary>
    public static void Also(string text) => Console.WriteLine($"{"",16}  {text}");

    /// <summary>A step's expectation.</summary>
    public static void Expect(string what, object? expected, object? actual)
    {
        if (Equals(expected, actual)) return;
        throw new UnexpectedException($"{what}：应为 {expected}，实为 {actual}");
    }

    /// <summary>An instant as a clock in Shanghai shows it.</summary>
    public static string Moment(JsonNode? instant) => instant is null
        ? "—"
        : DateTimeOffset.Parse(instant.GetValue<string>(), CultureInfo.InvariantCulture)
            .ToOffset(TimeSpan.FromHours(8)).ToString("yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture);
}
