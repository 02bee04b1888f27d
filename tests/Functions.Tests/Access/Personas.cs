using System.Text.Json;
using System.Text.Json.Nodes;
using EntCredit.Domain.Departments;

namespace EntCredit.Functions.Tests.Access;

/// <summary>Invented departments: in one jurisdiction one with each role and a neighbour, in another a stranger.</summary>
internal static class Personas
{
    public const string Home = "hunan", Abroad = "fujian", Neighbour = "hunan-neighbour", Stranger = "fujian-stranger";

    /// <summary>The application of Entra ID that belongs to the home's provider, and its service principal.</summary>
    public const string Application = "11111111-1111-4111-8111-111111111111", Principal = "22222222-2222-4222-8222-222222222222";

    public static IReadOnlyList<DepartmentRole> Roles { get; } = Enum.GetValues<DepartmentRole>();

    /// <summary>Every department, with its jurisdiction.</summary>
    public static IReadOnlyList<(string Id, string Jurisdiction)> All { get; } =
        [.. Roles.Select(role => (Of(role), Home)), (Neighbour, Home), (Stranger, Abroad), ("fujian-scjg", Abroad)];

    /// <summary>The departments file. Each has two keys: its own, and one that nobody uses.</summary>
    public static string File { get; } = new JsonObject
    {
        ["departments"] = new JsonArray([
            .. Roles.Select(role => Department(Of(role), Home, Word(role), role == DepartmentRole.Provider)),
            Department(Neighbour, Home, "provider"),
            Department(Stranger, Abroad, "provider"),
            Department("fujian-scjg", Abroad, "marketSupervision"),
        ]),
    }.ToJsonString();

    /// <summary>The home's department that has this role and no other.</summary>
    public static string Of(DepartmentRole role) => $"hunan-{Word(role).ToLowerInvariant()}";

    /// <summary>A department's key.</summary>
    public static string Key(string department) => "key of " + department;

    /// <summary>The id of the key that nobody uses.</summary>
    public static string SpareKeyId(string department) => KeyText.HashOf("spare " + department)[..KeyText.IdDigits];

    private static string Word(DepartmentRole role) => JsonNamingPolicy.CamelCase.ConvertName(role.ToString());

    private static JsonNode Department(string id, string jurisdiction, string role, bool hasApplication = false) => new JsonObject
    {
        ["id"] = id,
        ["name"] = "某局",
        ["jurisdiction"] = jurisdiction,
        ["level"] = "county",
        ["region"] = "439900",
        ["roles"] = new JsonArray(role),
        ["entra"] = hasApplication ? new JsonArray(Application, Principal) : [],
        ["from"] = "2014-10-01",
        ["keys"] = new JsonArray(
            new JsonObject { ["hash"] = KeyText.HashOf(Key(id)), ["from"] = "2014-10-01", ["label"] = "试验" },
            new JsonObject { ["hash"] = KeyText.HashOf("spare " + id), ["from"] = "2014-10-01", ["label"] = "备用" }),
    };
}
