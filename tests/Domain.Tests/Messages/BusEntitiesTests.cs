using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Unicode;
using EntCredit.Domain.Departments;
using EntCredit.Domain.Messages;
using EntCredit.Domain.Tests.Settings;

namespace EntCredit.Domain.Tests.Messages;

/// <summary>The queues and topics that a departments file asks for.</summary>
public sealed class BusEntitiesTests
{
    private static readonly JsonSerializerOptions Json = new() { WriteIndented = true, Encoder = JavaScriptEncoder.Create(UnicodeRanges.All) };

    [Fact]
    public void ForEmulator_DepartmentsForDevelopment_IsTheFileThatComesWithTheProduct() =>
        Assert.Equal(
            BusEntities.ForEmulator(DepartmentRegister.Default).ToJsonString(Json) + "\n", RepositoryFile.Read("servicebus.json").ReplaceLineEndings("\n"));

    [Fact]
    public void ForEmulator_EachSubscription_LetsThroughWhatIsItsOwnAndNothingElse()
    {
        var topics = BusEntities.ForEmulator(DepartmentRegister.Default)["UserConfig"]!["Namespaces"]![0]!["Topics"]!.AsArray();
        Assert.Equal(MessageNames.Topics, topics.Select(topic => (string)topic!["Name"]!));
        foreach (var subscription in topics.SelectMany(topic => topic!["Subscriptions"]!.AsArray()))
        {
            var filters = subscription!["Rules"]!.AsArray().Select(rule => rule!["Properties"]!["CorrelationFilter"]!["Properties"]!.AsObject().Single()).ToList();
            Assert.NotEmpty(filters);
            Assert.Equal((string)subscription["Name"]!, (string)filters.Single(filter => filter.Key == MessageNames.Department).Value!);
            var department = DepartmentRegister.Default.Find((string)subscription["Name"]!)!;
            Assert.Equal(
                MessageNames.AudiencesOf(department), filters.Where(filter => filter.Key == MessageNames.Audience).Select(filter => (string)filter.Value!));
        }
    }

    [Fact]
    public void ForBicep_SameDepartments_SaysTheSame()
    {
        var local = BusEntities.ForEmulator(DepartmentRegister.Default)["UserConfig"]!["Namespaces"]![0]!["Topics"]!.AsArray()
            .SelectMany(topic => topic!["Subscriptions"]!.AsArray().Select(one => $"{(string)topic["Name"]!}/{(string)one!["Name"]!}"));
        var cloud = BusEntities.ForBicep(DepartmentRegister.Default)["topics"]!["value"]!.AsArray()
            .SelectMany(topic => topic!["subscriptions"]!.AsArray().Select(one => $"{(string)topic["name"]!}/{(string)one!["name"]!}"));
        Assert.Equal(local, cloud);
    }
}
