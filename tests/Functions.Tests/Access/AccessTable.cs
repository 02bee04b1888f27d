using System.Globalization;
using System.Text;
using System.Text.Json;
using EntCredit.Domain.Departments;
using EntCredit.Functions.Access;

namespace EntCredit.Functions.Tests.Access;

/// <summary>Route × role × reach, from the attributes beside the functions; and as the page docs/access.md shows it.</summary>
internal static class AccessTable
{
    /// <summary>Every door in the order of the page.</summary>
    public static IReadOnlyList<Door> Doors { get; } =
    [
        .. Door.All.Values.OrderBy(door => door.IsLast).ThenBy(door => door.Rule.Anybody).ThenBy(door => door.Route, StringComparer.Ordinal).ThenBy(MethodOf, StringComparer.Ordinal),
    ];

    /// <summary>The method by which a door is tried.</summary>
    public static string MethodOf(Door door) => door.Methods is [var first, ..] ? first : "GET";

    /// <summary>How far a role alone goes.</summary>
    public static Reach ReachOf(Door door, DepartmentRole role) => door.Rule.Granted
        .Where(grant => grant.Roles.Count == 0 || grant.Roles.Contains(role))
        .Select(grant => grant.Reach)
        .DefaultIfEmpty(Reach.None)
        .Max();

    /// <summary>The tables as Markdown.</summary>
    public static string Markdown()
    {
        var page = new StringBuilder();
        page.Append("| Route | Function |");
        foreach (var role in Personas.Roles) page.Append(CultureInfo.InvariantCulture, $" {JsonNamingPolicy.CamelCase.ConvertName(role.ToString())} |");
        page.Append("\n|---|---|").Append(string.Concat(Personas.Roles.Select(_ => "---|"))).Append('\n');
        foreach (var door in Doors.Where(door => !door.Rule.Anybody))
            page.Append(CultureInfo.InvariantCulture, $"| {Name(door)} | {door.Function} |{string.Concat(Personas.Roles.Select(role => $" {Word(ReachOf(door, role))} |"))}\n");
        page.Append("\nAnybody, without a key:\n\n| Route | Function |\n|---|---|\n");
        foreach (var door in Doors.Where(door => door.Rule.Anybody)) page.Append(CultureInfo.InvariantCulture, $"| {Name(door)} | {door.Function} |\n");
        var others = Doors.Where(door => door.BodyLimit != Door.DefaultBodyLimit || door.BodyTypes is not ["application/json"]).ToList();
        page.Append("\nBodies that are not JSON of at most 1 MiB:").Append(others.Count == 0 ? " none.\n" : "\n\n| Route | Bytes | Content types |\n|---|---|---|\n");
        foreach (var door in others) page.Append(CultureInfo.InvariantCulture, $"| {Name(door)} | {door.BodyLimit} | {string.Join(", ", door.BodyTypes)} |\n");
        return page.ToString();
    }

    private static string Name(Door door) => door.IsLast ? "any other" : $"`{string.Join('|', door.Methods)} /{door.Route}`".Replace("|", " \\| ", StringComparison.Ordinal);

    private static string Word(Reach reach) => reach switch
    {
        Reach.None => "–",
        Reach.Own => "own",
        Reach.Jurisdiction => "jurisdiction",
        _ => "all",
    };
}
