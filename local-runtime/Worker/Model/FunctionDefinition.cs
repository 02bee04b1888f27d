using System.Collections.Immutable;

namespace EntCredit.LocalRuntime.Worker;

/// <summary>A function.</summary>
public abstract class FunctionDefinition
{
    /// <summary>Its parameters, in order.</summary>
    public abstract ImmutableArray<FunctionParameter> Parameters { get; }

    /// <summary>The path of its assembly.</summary>
    public abstract string PathToAssembly { get; }

    /// <summary>Its method: full type name, dot, method name.</summary>
    public abstract string EntryPoint { get; }

    /// <summary>Its id.</summary>
    public abstract string Id { get; }

    /// <summary>Its name.</summary>
    public abstract string Name { get; }

    /// <summary>What it is given, by parameter name; the trigger among them.</summary>
    public abstract IImmutableDictionary<string, BindingMetadata> InputBindings { get; }

    /// <summary>What it gives: <c>$return</c> of type <c>http</c> for an HTTP function.</summary>
    public abstract IImmutableDictionary<string, BindingMetadata> OutputBindings { get; }
}
