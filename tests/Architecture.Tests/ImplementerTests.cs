using EntCredit.Architecture.Tests.Checkout;

namespace EntCredit.Architecture.Tests;

/// <summary>One programming model, two runtimes: no source names who implements it (docs/adr/0001).</summary>
public sealed class ImplementerTests
{
    // Put together here, so that this source passes its own test.
    private const string Local = "EntCredit." + "LocalRuntime", Worker = "Microsoft.Azure." + "Functions", Durable = "Microsoft." + "DurableTask";

    private static readonly Rule[] Rules =
    [
        new("the local runtime", @"\bEntCredit\." + "LocalRuntime" + @"\b.*", $"using {Local}.Worker;"),
        new("the local runtime by its full name", @"\bEntCredit\." + "LocalRuntime" + @"\b.*", $"var c = new {Local}.Clocks.MovableTimeProvider(x, y);"),
        new("the Functions worker", @"\bMicrosoft\.Azure\.(" + "Functions|WebJobs" + @")\b.*", $"[{Worker}.Worker.Function(\"F\")]"),
        new("Durable Task", @"\b(Microsoft\." + @"DurableTask|DurableTask\." + @"Core)\b.*", $"using {Durable}.Client;"),
        new("a condition on the runtime", @"^\s*#\s*" + "(if|elif)" + @"\b.*", "    #" + "if AZURE"),
    ];

    public static TheoryData<string> Names => [.. Rules.Select(rule => rule.Name)];

    [Theory]
    [MemberData(nameof(Names))]
    public void Source_OutsideOfTheRuntime_DoesNotNameAnImplementer(string name)
    {
        var rule = Rules.Single(rule => rule.Name == name);
        var sources = Sources.CSharp()
            .Where(path => !path.StartsWith("local-runtime/", StringComparison.Ordinal) && !path.StartsWith("tests/LocalRuntime.Tests/", StringComparison.Ordinal))
            .ToList();
        Assert.True(sources.Count > 200, $"Only {sources.Count} sources were looked at.");
        Assert.Empty(sources.SelectMany(path => rule.Offences(Sources.Text(path)).Select(offence => $"{path}: {offence}")));
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Check_OfASourceThatNamesOne_FindsIt(string name)
    {
        var rule = Rules.Single(rule => rule.Name == name);
        Assert.Single(rule.Offences($"namespace X;\n{rule.Offence}\nclass Y;"));
        Assert.Empty(rule.Offences("namespace X;\n// " + rule.Offence + "\nclass Y;"));
    }

    [Fact]
    public void ProjectFile_OtherThanTheRuntimesOwn_NamesNoImplementer()
    {
        string[] may = ["eng/Runtime.props", "Directory.Packages.props", "functions/EntCredit.Functions.csproj"];
        var offenders = Sources.All
            .Where(path => path.EndsWith(".csproj", StringComparison.Ordinal) || path.EndsWith(".props", StringComparison.Ordinal) || path.EndsWith(".targets", StringComparison.Ordinal))
            .Where(path => !may.Contains(path) && !path.StartsWith("local-runtime/", StringComparison.Ordinal) && !path.StartsWith("tests/LocalRuntime.Tests/", StringComparison.Ordinal))
            .Where(path => new[] { Local, Worker, Durable }.Any(word => Sources.Text(path).Contains(word, StringComparison.Ordinal)));
        Assert.Empty(offenders);
    }
}
