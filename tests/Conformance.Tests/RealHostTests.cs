using System.Reflection;
using EntCredit.Conformance.Tests.Running;

namespace EntCredit.Conformance.Tests;

public sealed class RealHostTests
{
    [Fact]
    public void Lacks_EachEntry_NamesACaseAndSaysWhy()
    {
        var cases = typeof(ConformanceSuite).Assembly.GetTypes()
            .Where(t => t.IsSubclassOf(typeof(ConformanceSuite)))
            .SelectMany(t => t.GetMethods(BindingFlags.Public | BindingFlags.Instance | BindingFlags.DeclaredOnly))
            .Where(m => m.IsDefined(typeof(FactAttribute)))
            .Select(m => m.Name)
            .ToList();
        Assert.Equal(cases.Count, cases.Distinct().Count());
        Assert.Empty(RealHost.Lacks.Keys.Except(cases));
        Assert.All(RealHost.Lacks.Values, reason => Assert.NotEqual("", reason.Trim()));
    }
}
