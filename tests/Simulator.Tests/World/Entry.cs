using EntCredit.Functions;
using EntCredit.Functions.Access;
using Xunit.Runner.InProc.SystemConsole;

namespace EntCredit.Simulator.Tests.World;

/// <summary>The tests, or the host that they start.</summary>
internal static class Entry
{
    /// <summary>The argument that asks for the host.</summary>
    public const string Host = "host";

    public static Task<int> Main(string[] args) => args is [Host] ? RunAsync() : ConsoleRunner.Run(args);

    // As the product's own program, with one more door, and, where a test asks for it, faults before its ledger.
    private static async Task<int> RunAsync()
    {
        var builder = FunctionsApplication.CreateBuilder([]);
        builder.ConfigureFunctionsWebApplication();
        builder.UseMiddleware<UnexpectedErrors>();
        builder.UseWhen<AccessControl>(context => context.FunctionDefinition.Name != PlayDoor.Name);
        builder.Services.AddEntCredit(builder.Configuration);
        FaultyLedger.Into(builder.Services);
        var host = builder.Build();
        await host.PrepareEntCreditAsync();
        await host.RunAsync();
        return 0;
    }
}
