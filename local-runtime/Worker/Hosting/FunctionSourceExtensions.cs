using System.Reflection;
using EntCredit.LocalRuntime.Worker.Builder;
using Microsoft.Extensions.DependencyInjection;

namespace EntCredit.LocalRuntime.Worker.Hosting;

/// <summary>Chooses the functions of a host that runs inside another program, such as a test.</summary>
public static class FunctionSourceExtensions
{
    /// <summary>Runs the functions of these assemblies instead of the program's.</summary>
    public static FunctionsApplicationBuilder UseFunctionsOf(this FunctionsApplicationBuilder builder, params Assembly[] assemblies)
    {
        builder.Services.AddSingleton(FunctionSource.OfAssemblies(assemblies));
        return builder;
    }

    /// <summary>Runs the functions of these types instead of the program's.</summary>
    public static FunctionsApplicationBuilder UseFunctionsOf(this FunctionsApplicationBuilder builder, params Type[] types)
    {
        builder.Services.AddSingleton(new FunctionSource(types));
        return builder;
    }
}
