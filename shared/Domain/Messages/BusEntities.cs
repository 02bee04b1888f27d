using System.Text.Json.Nodes;
using EntCredit.Domain.Departments;

namespace EntCredit.Domain.Messages;

/// <summary>
/// The queues, topics and subscriptions that a departments file asks for, as data for those who make them: a topic a kind, a subscription a department that has a system of its own,
/// which is given what is addressed to it and nothing else.
/// </summary>
public static class BusEntities
{
    private const string Window = "P7D", Lock = "PT5M";
    private const int MaxDeliveries = 10;

    /// <summary>In the form of Microsoft's Service Bus emulator, which the local runtime reads.</summary>
    public static JsonObject ForEmulator(DepartmentRegister register) => new()
    {
        ["UserConfig"] = new JsonObject
        {
            ["Namespaces"] = new JsonArray(new JsonObject
            {
                ["Name"] = "entcredit",
                ["Queues"] = new JsonArray(new JsonObject { ["Name"] = MessageNames.Answers, ["Properties"] = With(Delivery(), Duplicates()) }),
                ["Topics"] = new JsonArray(
                [
                    .. MessageNames.Topics.Select(topic => new JsonObject
                    {
                        ["Name"] = topic,
                        ["Properties"] = Duplicates(),
                        ["Subscriptions"] = new JsonArray([.. Subscribers(register).Select(Subscription)]),
                    }),
                ]),
            }),
        },
    };

    /// <summary>As the parameter <c>topics</c> of infra-bicep/main.bicep.</summary>
    public static JsonObject ForBicep(DepartmentRegister register) => new()
    {
        ["topics"] = new JsonObject
        {
            ["value"] = new JsonArray(
            [
                .. MessageNames.Topics.Select(topic => new JsonObject
                {
                    ["name"] = topic,
                    ["subscriptions"] = new JsonArray(
                    [
                        .. Subscribers(register).Select(department => new JsonObject
                        {
                            ["name"] = department.Id,
                            ["audiences"] = new JsonArray([.. MessageNames.AudiencesOf(department).Select(audience => (JsonNode)audience)]),
                        }),
                    ]),
                }),
            ]),
        },
    };

    private static IEnumerable<Department> Subscribers(DepartmentRegister register) => register.All.Where(department => department.Messages);

    private static JsonObject Subscription(Department department) => new()
    {
        ["Name"] = department.Id,
        ["Properties"] = Delivery(),
        ["Rules"] = new JsonArray(
        [
            Rule("own", MessageNames.Department, department.Id),
            .. MessageNames.AudiencesOf(department).Select((audience, index) => Rule($"audience-{index + 1}", MessageNames.Audience, audience)),
        ]),
    };

    private static JsonObject Rule(string name, string property, string value) => new()
    {
        ["Name"] = name,
        ["Properties"] = new JsonObject
        {
            ["FilterType"] = "Correlation",
            ["CorrelationFilter"] = new JsonObject { ["Properties"] = new JsonObject { [property] = value } },
        },
    };

    private static JsonObject Delivery() => new() { ["LockDuration"] = Lock, ["MaxDeliveryCount"] = MaxDeliveries, ["DeadLetteringOnMessageExpiration"] = true };

    private static JsonObject Duplicates() => new() { ["RequiresDuplicateDetection"] = true, ["DuplicateDetectionHistoryTimeWindow"] = Window };

    private static JsonObject With(JsonObject one, JsonObject other)
    {
        foreach (var (name, value) in other) one[name] = value!.DeepClone();
        return one;
    }
}
