using System.Reflection;
using EntCredit.Architecture.Tests.Checkout;
using EntCredit.Orchestrations;

namespace EntCredit.Architecture.Tests;

/// <summary>Orchestrators lie in files of their own name, and do nothing that differs when it is done again.</summary>
public sealed class OrchestratorTests
{
    private const string Ending = ".orchestrator.cs";

    // Sources of functions; the runtime's own tests try what must not be done.
    private static readonly string[] Folders = ["functions/", "orchestrations/", "shared/"];

    public static TheoryData<string> Names => [.. OrchestratorRules.All.Select(rule => rule.Name)];

    [Fact]
    public void Orchestrators_AsBuilt_AreAllInOrchestratorFiles()
    {
        var methods = typeof(Instances).Assembly.GetTypes()
            .SelectMany(type => type.GetMethods(BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Static | BindingFlags.Instance | BindingFlags.DeclaredOnly))
            .Where(method => method.GetParameters().Any(IsTrigger))
            .Select(method => method.DeclaringType!.Name)
            .Order(StringComparer.Ordinal)
            .ToList();
        var files = Sources.CSharp().Where(path => path.EndsWith(Ending, StringComparison.Ordinal)).ToList();
        Assert.Equal(methods, files.Select(path => Path.GetFileName(path)[..^Ending.Length] + "Orchestrator").Order(StringComparer.Ordinal));
        Assert.All(files, path => Assert.Contains("[OrchestrationTrigger]", Sources.Text(path), StringComparison.Ordinal));
        Assert.NotEmpty(files);
    }

    [Fact]
    public void OtherSources_OfTheProduct_HoldNoOrchestrator() => Assert.Empty(Folders.SelectMany(Sources.CSharp)
        .Where(path => !path.EndsWith(Ending, StringComparison.Ordinal))
        .Where(path => Sources.Code(Sources.Text(path)).Contains("[OrchestrationTrigger]", StringComparison.Ordinal))
        .ToList());

    [Theory]
    [MemberData(nameof(Names))]
    public void Orchestrator_DoesNot(string name)
    {
        var rule = OrchestratorRules.All.Single(rule => rule.Name == name);
        var found = Replayed().SelectMany(path => rule.Offences(Sources.Text(path)).Select(offence => $"{path}: {offence}"));
        Assert.Empty(found);
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Rule_OverAnOffence_FindsIt(string name)
    {
        var rule = OrchestratorRules.All.Single(rule => rule.Name == name);
        Assert.NotEmpty(rule.Offences("public static class X\n{\n    " + rule.Offence + "\n}\n"));
    }

    [Fact]
    public void Replayed_WhatOrchestratorsShare_IsAmongIt() => Assert.Contains("orchestrations/Cases/CaseClock.cs", Replayed());

    // An orchestrator's own file, and whatever else is handed its context.
    private static List<string> Replayed() =>
        [.. Folders.SelectMany(Sources.CSharp)
            .Where(path => path.EndsWith(Ending, StringComparison.Ordinal)
                || Sources.Code(Sources.Text(path)).Contains("TaskOrchestrationContext", StringComparison.Ordinal))];

    private static bool IsTrigger(ParameterInfo parameter) =>
        parameter.GetCustomAttributes().Any(attribute => attribute.GetType().Name == "OrchestrationTriggerAttribute");
}
