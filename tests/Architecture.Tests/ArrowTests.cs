using System.Reflection;
using EntCredit.Architecture.Tests.Checkout;

namespace EntCredit.Architecture.Tests;

/// <summary>Arrows point one way: functions → orchestrations → Stores → Domain; the runtime knows nothing of EntCredit.</summary>
public sealed class ArrowTests
{
    private const string Domain = "EntCredit.Domain", Stores = "EntCredit.Stores", Orchestrations = "EntCredit.Orchestrations", Functions = "EntCredit.Functions";
    private static readonly string Runtime = string.Join('.', "EntCredit", "LocalRuntime");

    public static TheoryData<string, string[]> Projects => new()
    {
        { "shared/Domain/EntCredit.Domain.csproj", [] },
        { "shared/Stores/EntCredit.Stores.csproj", [Domain] },
        { "orchestrations/EntCredit.Orchestrations.csproj", [Stores, Runtime] },
        { "functions/EntCredit.Functions.csproj", [Orchestrations, Runtime] },
        { $"local-runtime/{Runtime}.csproj", [] },
        { "tools/demo/EntCredit.Demo.csproj", [] },
    };

    public static TheoryData<string, string[]> Assemblies => new()
    {
        { Domain, [] },
        { Stores, [Domain] },
        { Orchestrations, [Domain, Stores, Runtime] },
        { Functions, [Domain, Stores, Orchestrations, Runtime] },
        { Runtime, [] },
    };

    [Theory]
    [MemberData(nameof(Projects))]
    public void Project_AsEvaluated_ReferencesOnlyWhatItMay(string project, string[] allowed) =>
        Assert.Equal(allowed.Order(StringComparer.Ordinal), Evaluation.Of(project).Projects.Order(StringComparer.Ordinal));

    [Theory]
    [MemberData(nameof(Assemblies))]
    public void Assembly_AsBuilt_ReferencesOnlyWhatItMay(string assembly, string[] allowed)
    {
        var references = Assembly.Load(assembly).GetReferencedAssemblies().Select(reference => reference.Name!).ToList();
        Assert.Empty(references.Where(name => name.StartsWith("EntCredit.", StringComparison.Ordinal)).Except(allowed));
        Assert.NotEmpty(references);
    }

    [Fact]
    public void Domain_AsBuilt_KnowsTheFrameworkOnly()
    {
        var foreign = Assembly.Load(Domain).GetReferencedAssemblies().Select(reference => reference.Name!).Where(name => !name.StartsWith("System.", StringComparison.Ordinal));
        Assert.Empty(foreign);
        Assert.Equal(["Microsoft.CodeAnalysis.BannedApiAnalyzers"], Evaluation.Of("shared/Domain/EntCredit.Domain.csproj").Packages.Keys);
    }

    [Theory]
    [InlineData(@"\b(File|Directory|Console|Process|Environment)\.(?!NewLine)\w+", "var text = File.ReadAllText(path);")]
    [InlineData(@"\b(HttpClient|Socket|FileStream|TimeProvider|Stopwatch|Random|RandomNumberGenerator|Thread)\b", "var now = TimeProvider.System.GetUtcNow();")]
    [InlineData(@"\bDateTime(Offset)?\.(Now|UtcNow|Today)\b", "var now = DateTime.UtcNow;")]
    [InlineData(@"\b(async|await)\b", "await Task.Yield();")]
    public void Domain_InItsSources_IsPure(string pattern, string offence)
    {
        var rule = new Rule(pattern, pattern, offence);
        Assert.NotEmpty(rule.Offences(offence));
        Assert.Empty(Sources.CSharp("shared/Domain/").SelectMany(path => rule.Offences(Sources.Text(path)).Select(found => $"{path}: {found}")));
    }
}
