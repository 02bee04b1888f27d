using System.Collections.Immutable;
using System.Reflection;

namespace EntCredit.LocalRuntime.Worker.Indexing;

internal sealed class LocalDefinition(string name, MethodInfo method, IEnumerable<LocalBinding> bindings) : FunctionDefinition
{
    private readonly LocalBinding[] _bindings = [.. bindings];

    public override ImmutableArray<FunctionParameter> Parameters { get; } =
        [.. method.GetParameters().Select(p => new FunctionParameter(p.Name!, p.ParameterType))];

    public override string PathToAssembly { get; } = method.DeclaringType!.Assembly.Location;

    public override string EntryPoint { get; } = $"{method.DeclaringType!.FullName}.{method.Name}";

    public override string Id => Name;

    public override string Name { get; } = name;

    public override IImmutableDictionary<string, BindingMetadata> InputBindings => Of(BindingDirection.In);

    public override IImmutableDictionary<string, BindingMetadata> OutputBindings => Of(BindingDirection.Out);

    private ImmutableDictionary<string, BindingMetadata> Of(BindingDirection direction) =>
        _bindings.Where(b => b.Direction == direction).ToImmutableDictionary(b => b.Name, b => (BindingMetadata)b);
}
