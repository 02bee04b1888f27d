using System.Reflection;

namespace EntCredit.LocalRuntime.Tests.Worker.Cosmos;

/// <summary>Holds the rows of local-runtime/README.md on Cosmos DB and the code together.</summary>
public sealed class OfferedCosmosTypesTests
{
    private static readonly Type[] Types = [typeof(CosmosDBTriggerAttribute), typeof(ExponentialBackoffRetryAttribute), typeof(FixedDelayRetryAttribute), typeof(RetryAttribute)];

    [Fact]
    public void Readme_EachTypeAndMember_StandsBesideTheRealOne()
    {
        IEnumerable<string> rows = File.ReadLines(Readme()).Where(l => Types.Any(t => l.StartsWith($"| `{t.Name}` |", StringComparison.Ordinal)));
        Assert.Equal(Types.Select(Row), rows);
    }

    private static string Row(Type type)
    {
        IEnumerable<string> members = type.GetProperties(BindingFlags.Public | BindingFlags.Instance | BindingFlags.DeclaredOnly).Select(p => p.Name);
        if (!type.IsAbstract)
            members = members.Append("new");
        return $"| `{type.Name}` | `Microsoft.Azure.Functions.Worker.{type.Name}` | {string.Join(", ", members.Order(StringComparer.Ordinal).Select(m => $"`{m}`"))} |";
    }

    private static string Readme()
    {
        for (DirectoryInfo? at = new(AppContext.BaseDirectory); at is not null; at = at.Parent)
            if (File.Exists(Path.Combine(at.FullName, "local-runtime", "README.md")))
                return Path.Combine(at.FullName, "local-runtime", "README.md");
        throw new FileNotFoundException("local-runtime/README.md");
    }
}
