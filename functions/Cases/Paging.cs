using EntCredit.Domain.Departments;
using EntCredit.Functions.Access;
using EntCredit.Functions.Http;
using EntCredit.Stores.Views;
using Microsoft.AspNetCore.Http;

namespace EntCredit.Functions.Cases;

/// <summary>How lists of cases are asked for and answered.</summary>
public static class Paging
{
    /// <summary>The jurisdiction of which a caller sees every case, or null.</summary>
    public static string? JurisdictionOf(Caller caller) => caller.Reach is Reach.Jurisdiction or Reach.Everything ? caller.Department.Jurisdiction : null;

    /// <summary>The state that the list is narrowed to; false where it names none.</summary>
    public static bool Phase<T>(HttpRequest request, out T? phase)
        where T : struct, Enum
    {
        phase = null;
        var given = request.Query["phase"].ToString();
        if (given.Length == 0) return true;
        phase = Words.Read<T>(given);
        return phase is not null;
    }

    /// <summary>The stream after which the page begins, or null.</summary>
    public static string? After(HttpRequest request, Func<string, string> stream) =>
        request.Query["after"].ToString() is { Length: > 0 } after ? stream(after) : null;

    /// <summary>A page and the cursor of the next.</summary>
    public static CasePage<CaseListed> Page(IReadOnlyList<CaseRow> rows, int size, Func<CaseRow, CaseListed> listed)
    {
        var items = rows.Select(listed).ToList();
        return new CasePage<CaseListed>(items, items.Count == size ? items[^1].Id : null);
    }
}

/// <summary>A case in a list.</summary>
public sealed record CaseListed(
    string Id, string Phase, string Record, string Provider, string With, string Jurisdiction, string Item, DateTimeOffset BegunAt)
{
    /// <summary>A row of the book, its state by name.</summary>
    public static CaseListed Of(CaseRow row, string phase) => new(
        row.Stream[(row.Stream.IndexOf('-', StringComparison.Ordinal) + 1)..],
        System.Text.Json.JsonNamingPolicy.CamelCase.ConvertName(phase),
        row.Record,
        row.Provider,
        row.Taker,
        row.Jurisdiction,
        row.Item,
        row.BegunAt);
}
