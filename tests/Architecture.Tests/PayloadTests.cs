using System.Reflection;
using System.Text.Json;
using System.Text.RegularExpressions;
using EntCredit.Architecture.Tests.Checkout;
using EntCredit.Orchestrations;

namespace EntCredit.Architecture.Tests;

/// <summary>What orchestrations and activities hand each other is flat, since the two runtimes' serializers differ.</summary>
public sealed class PayloadTests
{
    private static readonly Assembly Orchestrations = typeof(Instances).Assembly;
    private static readonly Type[] Flat = [typeof(string), typeof(int), typeof(long), typeof(DateOnly)];

    private static readonly Type[] Payloads =
    [
        .. Regex.Matches(Sources.Text("orchestrations/Payloads.cs"), @"\brecord (?:struct |class )?(\w+)\(")
            .Select(match => Orchestrations.GetType($"{typeof(Instances).Namespace}.{match.Groups[1].Value}", throwOnError: true)!),
    ];

    public static TheoryData<string> Names => [.. Payloads.Select(type => type.Name)];

    [Theory]
    [MemberData(nameof(Names))]
    public void Payload_ItsMembers_AreFlat(string name)
    {
        var members = Payload(name).GetProperties(BindingFlags.Public | BindingFlags.Instance);
        Assert.NotEmpty(members);
        Assert.All(members, member => Assert.Contains(Nullable.GetUnderlyingType(member.PropertyType) ?? member.PropertyType, Flat));
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Payload_ThroughJson_IsTheSame(string name)
    {
        var type = Payload(name);
        foreach (var value in new[] { Made(type, Something), Made(type, Nothing) })
        {
            foreach (var options in new[] { JsonSerializerOptions.Default, JsonSerializerOptions.Web })
                Assert.Equal(value, JsonSerializer.Deserialize(JsonSerializer.Serialize(value, type, options), type, options));
        }
    }

    [Fact]
    public void Activities_TheirInputsAndResults_ArePayloads()
    {
        var activities = Orchestrations.GetTypes().SelectMany(type => type.GetMethods())
            .Select(method => (Method: method, Input: method.GetParameters().FirstOrDefault(IsActivityInput)))
            .Where(activity => activity.Input is not null)
            .ToList();
        Assert.True(activities.Count >= 5, $"Only {activities.Count} activities were found.");
        Assert.All(activities, activity =>
        {
            Assert.Contains(activity.Input!.ParameterType, Payloads.Concat(Flat));
            if (activity.Method.ReturnType is { IsGenericType: true } task) Assert.Contains(task.GenericTypeArguments[0], Payloads.Concat(Flat));
        });
    }

    [Fact]
    public void Orchestrators_TheirInputsAndCalls_ArePayloads()
    {
        var used = Sources.CSharp("orchestrations/")
            .SelectMany(path => Regex.Matches(Sources.Text(path), @"\b(?:GetInput|CallActivityAsync|CallSubOrchestratorAsync|WaitForExternalEvent)<(\w+)\??>"))
            .Select(match => match.Groups[1].Value)
            .ToHashSet(StringComparer.Ordinal);
        Assert.NotEmpty(used);
        Assert.Empty(used.Except(Payloads.Select(type => type.Name)).Except(["string", "int", "long", "DateOnly"]));
    }

    private static Type Payload(string name) => Payloads.Single(type => type.Name == name);

    private static bool IsActivityInput(ParameterInfo parameter) =>
        parameter.GetCustomAttributes().Any(attribute => attribute.GetType().Name == "ActivityTriggerAttribute");

    private static object Made(Type type, Func<Type, object?> valueOf)
    {
        var constructor = type.GetConstructors().Single();
        return constructor.Invoke([.. constructor.GetParameters().Select(parameter => valueOf(parameter.ParameterType))]);
    }

    private static object? Something(Type type) => (Nullable.GetUnderlyingType(type) ?? type) switch
    {
        var t when t == typeof(string) => "2020-界\"\\\u0001",
        var t when t == typeof(int) => int.MinValue,
        var t when t == typeof(long) => long.MaxValue,
        _ => new DateOnly(2020, 2, 29),
    };

    private static object? Nothing(Type type) => type == typeof(string) ? string.Empty : Nullable.GetUnderlyingType(type) is not null ? null : Activator.CreateInstance(type);
}
