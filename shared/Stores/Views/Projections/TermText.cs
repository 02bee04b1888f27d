using System.Globalization;
using EntCredit.Domain.Calendar;

namespace EntCredit.Stores.Views.Projections;

/// <summary>A statutory period in a column: unit, count, whether the event's day counts, roll.</summary>
internal static class TermText
{
    public static string? Of(Term? term) => term is null
        ? null
        : string.Create(CultureInfo.InvariantCulture, $"{(int)term.Unit},{term.Count},{(term.Inclusive ? 1 : 0)},{(int)term.Roll}");

    public static Term Read(string text)
    {
        var parts = text.Split(',').Select(part => int.Parse(part, CultureInfo.InvariantCulture)).ToArray();
        return new Term((TermUnit)parts[0], parts[1], parts[2] == 1, (Roll)parts[3]);
    }
}
