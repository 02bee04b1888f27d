using EntCredit.Architecture.Tests.Checkout;

namespace EntCredit.Architecture.Tests;

/// <summary>Both runtimes evaluate, each to its own implementer.</summary>
public sealed class RuntimeTests
{
    private const string Worker = "Microsoft.Azure." + "Functions.Worker", Durable = "Microsoft." + "DurableTask";

    [Fact]
    public void Azure_OfTheFunctions_NamesTheRealPackagesAndVersions()
    {
        var packages = Evaluation.Of("functions/EntCredit.Functions.csproj", "azure").Packages;
        (string Name, string Version)[] real =
        [
            (Worker, "2.52."), (Worker + ".Sdk", "2.1."), (Worker + ".Extensions.Http.AspNetCore", "2.1."), (Worker + ".Extensions.Timer", "4.3."),
            (Worker + ".Extensions.Storage.Blobs", "6.8."), (Worker + ".Extensions.DurableTask", "1.16."), (Durable + ".Client", "1.25."),
        ];
        Assert.All(real, package => Assert.StartsWith(package.Version, packages.GetValueOrDefault(package.Name) ?? "none", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("functions/EntCredit.Functions.csproj")]
    [InlineData("orchestrations/EntCredit.Orchestrations.csproj")]
    [InlineData("tests/Conformance.Tests/EntCredit.Conformance.Tests.csproj")]
    public void Azure_AsEvaluated_KnowsNothingOfTheLocalRuntime(string project) =>
        Assert.DoesNotContain(string.Join('.', "EntCredit", "LocalRuntime"), Evaluation.Of(project, "azure").Projects);

    [Theory]
    [InlineData(null)]
    [InlineData("local")]
    public void Local_WhichIsTheDefault_NamesNoneOfThem(string? runtime)
    {
        var functions = Evaluation.Of("functions/EntCredit.Functions.csproj", runtime);
        Assert.Contains(string.Join('.', "EntCredit", "LocalRuntime"), functions.Projects);
        Assert.DoesNotContain(functions.Packages.Keys, name => name.StartsWith("Microsoft.Azure", StringComparison.Ordinal) || name.StartsWith(Durable, StringComparison.Ordinal));
    }

    [Fact]
    public void Runtime_ThatThereIsNot_IsRefusedInOneLine()
    {
        var (code, said) = Evaluation.MsBuild(["functions/EntCredit.Functions.csproj", "-t:CheckEntCreditRuntime", "-p:EntCreditRuntime=gcp"]);
        Assert.NotEqual(0, code);
        Assert.Contains("EntCreditRuntime is 'gcp': it is 'local' or 'azure'.", said, StringComparison.Ordinal);
    }
}
