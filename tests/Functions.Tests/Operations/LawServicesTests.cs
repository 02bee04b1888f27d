using EntCredit.Domain.Catalogue;
using EntCredit.Domain.Departments;
using EntCredit.Domain.Jurisdictions;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace EntCredit.Functions.Tests.Operations;

/// <summary>A file that is loaded while the system runs reaches everything: nothing that lives on holds the law of yesterday.</summary>
public sealed class LawServicesTests
{
    [Fact]
    public void Services_ThatLiveOn_HoldNoLaw()
    {
        var services = new ServiceCollection().AddEntCredit(new ConfigurationBuilder().Build());
        var bound = new HashSet<Type> { typeof(DepartmentRegister), typeof(JurisdictionProfiles), typeof(ResourceCatalogue) };
        var transient = services.Where(service => service.Lifetime == ServiceLifetime.Transient && service.ImplementationType is not null).Select(service => service.ImplementationType!).ToList();
        int known;
        do
        {
            known = bound.Count;
            bound.UnionWith(transient.Where(type => Takes(type, bound)));
        }
        while (bound.Count > known);

        Assert.Contains(transient, type => type.Name == "SegmentIntake" && bound.Contains(type));
        Assert.Empty(services
            .Where(service => service is { Lifetime: ServiceLifetime.Singleton, IsKeyedService: false } && service.ImplementationType is { } type && Takes(type, bound))
            .Select(service => service.ImplementationType!.Name));
        Assert.Empty(services.Where(service => service.Lifetime == ServiceLifetime.Singleton && bound.Contains(service.ServiceType)).Select(service => service.ServiceType.Name));
    }

    private static bool Takes(Type type, IReadOnlySet<Type> bound) =>
        type.GetConstructors().Any(one => one.GetParameters().Any(parameter => bound.Contains(parameter.ParameterType)));
}
