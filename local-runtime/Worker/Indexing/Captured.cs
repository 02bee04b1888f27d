using System.Globalization;
using System.Reflection;
using EntCredit.LocalRuntime.Worker.Hosting;

namespace EntCredit.LocalRuntime.Worker.Indexing;

/// <summary>A captured text as the type of the parameter that has its name.</summary>
internal static class Captured
{
    private static readonly Dictionary<Type, Func<string, object>> Readers = new()
    {
        [typeof(string)] = text => text,
        [typeof(int)] = text => int.Parse(text, CultureInfo.InvariantCulture),
        [typeof(long)] = text => long.Parse(text, CultureInfo.InvariantCulture),
        [typeof(Guid)] = text => Guid.Parse(text, CultureInfo.InvariantCulture),
        [typeof(DateOnly)] = text => DateOnly.Parse(text, CultureInfo.InvariantCulture),
    };

    /// <exception cref="StartupException">No captured text becomes this type.</exception>
    public static ArgumentSource Source(ParameterInfo parameter)
    {
        string name = parameter.Name!;
        Type type = parameter.ParameterType;
        Type inner = Nullable.GetUnderlyingType(type) ?? type;
        if (!Readers.TryGetValue(inner, out Func<string, object>? read))
            throw new StartupException($"is a {type.Name}; a captured text is a string, int, long, Guid or DateOnly");
        bool mayBeNull = !type.IsValueType || inner != type;
        return context =>
        {
            if (context.Trigger.Data.GetValueOrDefault(name)?.ToString() is { } text)
                return Read(name, inner, read, text);
            if (parameter.HasDefaultValue)
                return parameter.DefaultValue;
            return mayBeNull ? null : throw new InvalidOperationException($"There is no value for the parameter '{name}'.");
        };
    }

    private static object Read(string name, Type type, Func<string, object> read, string text)
    {
        try
        {
            return read(text);
        }
        catch (Exception e) when (e is FormatException or OverflowException)
        {
            throw new InvalidOperationException($"The value of the parameter '{name}' is not a {type.Name}.", e);
        }
    }
}
