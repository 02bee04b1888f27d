using System.Net;
using System.Text.Json.Nodes;
using EntCredit.Domain.Departments;
using EntCredit.Domain.Messages;
using EntCredit.EndToEnd.Tests.Running;
using EntCredit.Samples;
using EntCredit.Tests.Shared;

namespace EntCredit.EndToEnd.Tests.Messages;

/// <summary>A running host whose departments file knows the keys of two departments' systems, and its broker, whose locks last a second.</summary>
internal sealed class MessageTown : IAsyncDisposable
{
    private readonly DirectoryInfo folder;

    private MessageTown(DirectoryInfo folder, Town town, DepartmentSystem housing, DepartmentSystem enforcement, Dictionary<string, string> settings)
    {
        (this.folder, Town, Housing, Enforcement, Settings) = (folder, town, housing, enforcement, settings);
    }

    public Town Town { get; }

    public Doors Doors => Town.Doors;

    public DepartmentSystem Housing { get; }

    public DepartmentSystem Enforcement { get; }

    /// <summary>The settings of the next start.</summary>
    public Dictionary<string, string> Settings { get; }

    public static Task<MessageTown> StartAsync(params (string Name, string Value)[] more) => StartAsync(FreePorts.Fixed(), null, more);

    /// <summary>The same at another broker's port.</summary>
    public static async Task<MessageTown> StartAsync(int port, string? user, params (string Name, string Value)[] more)
    {
        var folder = Directory.CreateTempSubdirectory("entcredit-messages-");
        var housing = new DepartmentSystem("jieshou-housing", port, user);
        var enforcement = new DepartmentSystem("jieshou-enforcement", port, user);
        var departments = Path.Combine(folder.FullName, "departments.json");
        var entities = Path.Combine(folder.FullName, "servicebus.json");
        var file = WithKeys(housing, enforcement);
        await File.WriteAllTextAsync(departments, file);
        await File.WriteAllTextAsync(entities, Entities(DepartmentRegister.Parse("departments.json", file)));
        var settings = new Dictionary<string, string>
        {
            ["EntCredit__Departments"] = departments,
            ["EntCredit__Messages__Every"] = "00:00:00.200",
            ["ServiceBus"] = $"Endpoint=sb://127.0.0.1:{port};SharedAccessKeyName=local;SharedAccessKey=local;UseDevelopmentEmulator=true",
            ["LocalRuntime__ServiceBus__Address"] = $"amqp://127.0.0.1:{port}",
            ["LocalRuntime__ServiceBus__Entities"] = entities,
        };
        foreach (var (name, value) in more) settings[name] = value;
        return new MessageTown(folder, await Town.StartAsync(settings: settings), housing, enforcement, settings);
    }

    /// <summary>The credit code of an invented enterprise.</summary>
    public static string Code(int number) => Codes.Credit(5000 + number);

    /// <summary>Starts a sanction. Its id.</summary>
    public async Task<string> SanctionAsync(int number, params string[] implementers)
    {
        var body = new JsonObject
        {
            ["enterprise"] = Code(number),
            ["list"] = "失信被执行人",
            ["cause"] = "judgment-defaulter",
            ["implementers"] = new JsonArray([.. implementers.Select(name => (JsonNode)name)]),
        };
        var (answer, document) = await Doors.CallAsync(HttpMethod.Post, "/api/v1/sanctions", "dev-" + Doors.Supervision, body.ToJsonString());
        Assert.Equal(HttpStatusCode.Created, answer.StatusCode);
        return (string)document!["id"]!;
    }

    /// <summary>The facts of a stream, once the host has ended.</summary>
    public IReadOnlyDictionary<string, List<string>> Facts(string streams) => LedgerReading.EventsOf(Town.LedgerFile, streams);

    public async ValueTask DisposeAsync()
    {
        Housing.Dispose();
        Enforcement.Dispose();
        await Town.DisposeAsync();
        folder.Delete(recursive: true);
    }

    /// <summary>The departments for development, and the keys of some of them.</summary>
    internal static string WithKeys(params DepartmentSystem[] systems)
    {
        var file = JsonNode.Parse(File.ReadAllText(Path.Combine(Repository.Root, "shared", "Domain", "Departments", "departments.json")))!;
        foreach (var system in systems)
        {
            file["departments"]!.AsArray().Single(department => (string)department!["id"]! == system.Department)!["signingKeys"] = new JsonArray(new JsonObject
            {
                ["id"] = DepartmentSystem.KeyName,
                ["publicKey"] = system.PublicKey,
                ["from"] = "2020-01-01",
            });
        }

        return file.ToJsonString();
    }

    // A crashed reader's messages come again when their locks end: here soon.
    private static string Entities(DepartmentRegister register)
    {
        var entities = BusEntities.ForEmulator(register);
        foreach (var topic in entities["UserConfig"]!["Namespaces"]![0]!["Topics"]!.AsArray())
        {
            foreach (var subscription in topic!["Subscriptions"]!.AsArray()) subscription!["Properties"]!["LockDuration"] = "PT2S";
        }

        return entities.ToJsonString();
    }
}
