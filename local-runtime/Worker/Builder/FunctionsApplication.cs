using System.Diagnostics.CodeAnalysis;

namespace EntCredit.LocalRuntime.Worker.Builder;

/// <summary>Where a program begins.</summary>
[SuppressMessage("Design", "CA1052", Justification = "The model's signature.")]
public class FunctionsApplication
{
    /// <summary>
    /// A builder with the host's defaults. The functions are those of the program's assembly and of the assemblies it references.
    /// </summary>
    /// <param name="args">Settings of the form <c>--Name=Value</c>; they win over every other source.</param>
    public static FunctionsApplicationBuilder CreateBuilder(string[] args) => new(args);
}
