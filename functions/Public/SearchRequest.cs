using System.Globalization;
using EntCredit.Domain.Catalogue;
using EntCredit.Orchestrations.Cases;
using EntCredit.Stores.Views;
using Microsoft.AspNetCore.Http;

namespace EntCredit.Functions.Public;

/// <summary>What a search asks for, in the words of its request.</summary>
internal static class SearchRequest
{
    private const int LongestWords = 100;

    /// <summary>Reads a query; gives the parameter that cannot be used and what it may be, or null.</summary>
    /// <param name="request">The request.</param>
    /// <param name="words">How it calls the words of the name.</param>
    /// <param name="catalogue">Which categories there are.</param>
    /// <param name="query">What could be read.</param>
    public static (string Parameter, string Allowed)? Read(HttpRequest request, string words, ResourceCatalogue catalogue, out PublicQuery query)
    {
        var (name, address, region, category) = (Text(words), Text("address"), Text("region"), Text("category"));
        var number = name is null ? null : CaseSubjects.NumberOf(name)?.Value;
        var (from, until) = (Day("from"), Day("until"));
        query = new PublicQuery(number is null ? name : null)
        {
            Number = number, Address = address, Region = region, Item = category is null ? null : catalogue.Find(category)?.Code, From = from, Until = until,
        };
        foreach (var (parameter, text) in new[] { (words, name), ("address", address), ("region", region) })
            if (text?.Length > LongestWords) return (parameter, $"1–{LongestWords}");
        if (category is not null && query.Item is null) return ("category", string.Join('、', catalogue.Items.Select(item => item.Code)));
        if (Text("from") is not null && from is null) return ("from", "yyyy-MM-dd");
        if (Text("until") is not null && (until is null || until < from)) return ("until", "yyyy-MM-dd");
        return query == new PublicQuery() ? (words, $"1–{LongestWords}") : null;

        string? Text(string parameter) => request.Query[parameter].ToString().Trim() is { Length: > 0 } text ? text : null;

        DateOnly? Day(string parameter) =>
            DateOnly.TryParseExact(Text(parameter), "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day : null;
    }
}
