using System.Text.Json.Nodes;
using EntCredit.Domain.Departments;
using EntCredit.Functions.Access;

namespace EntCredit.Functions.Tests.Access;

/// <summary>Each cell of the table, tried on a running host: another's thing first, one's own last.</summary>
[Collection(AccessTownCollection.Name)]
public sealed class AccessCellTests(AccessTown town)
{
    public static TheoryData<string> Closed => [.. AccessTable.Doors.Where(door => !door.Rule.Anybody).Select(door => door.Function)];

    public static TheoryData<string> Open => [.. AccessTable.Doors.Where(door => door.Rule.Anybody).Select(door => door.Function)];

    public static TheoryData<string, DepartmentRole> Cells => new(
        from door in AccessTable.Doors where !door.Rule.Anybody from role in Personas.Roles select (door.Function, role));

    [Theory]
    [MemberData(nameof(Closed))]
    public async Task Door_WithoutAKeyOrWithAWrongOne_Is401(string function)
    {
        var door = Find(function);
        var path = Sample(door).PathOf(door, Personas.Neighbour);
        foreach (var (key, code) in new[] { (null, "EC1001"), ("", "EC1001"), ("wrong", "EC1001"), (KeyText.Of(new byte[32]), "EC1001"), ("entcredit_00", "EC1101") })
            Assert.Equal((401, code), await AskAsync(door, path, key));
    }

    [Theory]
    [MemberData(nameof(Open))]
    public async Task Door_OfThePublic_AsksForNothing(string function)
    {
        var door = Find(function);
        var (status, _) = await AskAsync(door, Sample(door).PathOf(door, Personas.Neighbour), null);
        Assert.True(status is not (401 or 403 or 500), $"{function}: {status}");
    }

    [Theory]
    [MemberData(nameof(Cells))]
    public async Task Cell_OfARole_IsAsTheTableSays(string function, DepartmentRole role)
    {
        var door = Find(function);
        var sample = Sample(door);
        var caller = Personas.Of(role);
        var key = Personas.Key(caller);
        var reach = AccessTable.ReachOf(door, role);
        if (reach == Reach.None)
        {
            Assert.Equal((403, "EC1002"), await AskAsync(door, sample.PathOf(door, caller), key));
            return;
        }

        if (!sample.IsEverybodys)
        {
            var (stranger, neighbour) = (sample.PathOf(door, Personas.Stranger), sample.PathOf(door, Personas.Neighbour));
            if (reach == Reach.Everything) Assert.Equal((400, "EC1105"), await AskAsync(door, stranger, key));
            await HoldAsync(door, stranger, key, reach == Reach.Everything);
            await HoldAsync(door, neighbour, key, reach >= Reach.Jurisdiction);
        }

        await HoldAsync(door, sample.PathOf(door, caller), key, true);
    }

    private static Door Find(string function) => Door.All.Values.Single(door => door.Function == function);

    private static SampleObject Sample(Door door) => SampleObjects.Of(door) ?? throw new InvalidOperationException($"{door.Route} needs a line in SampleObjects.");

    private async Task HoldAsync(Door door, string path, string key, bool there)
    {
        var (status, code) = await AskAsync(door, path, key, (Purpose.Header, Uri.EscapeDataString("试验")));
        Assert.True(
            there ? status is not (401 or 404 or >= 500) && code != "EC1002" : status == 404,
            $"{AccessTable.MethodOf(door)} {path} is {status} {code}, and should {(there ? "" : "not ")}be there.");
    }

    private async Task<(int Status, string? Code)> AskAsync(Door door, string path, string? key, params (string, string)[] headers)
    {
        var method = AccessTable.MethodOf(door);
        using var answer = await town.Host.SendAsync(method, path, key, method is "GET" or "DELETE" ? null : "{}", headers);
        var text = await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        return ((int)answer.StatusCode, answer.Content.Headers.ContentType?.MediaType == "application/problem+json" ? (string?)JsonNode.Parse(text)!["code"] : null);
    }
}
