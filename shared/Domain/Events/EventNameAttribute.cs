using System.Reflection;

namespace EntCredit.Domain.Events;

/// <summary>The name and version under which an event is stored. Both are part of the ledger for ever; the CLR type may move.</summary>
[AttributeUsage(AttributeTargets.Class, Inherited = false)]
public sealed class EventNameAttribute(string name, int version = 1) : Attribute
{
    /// <summary>Area and fact, e.g. <c>record.collected</c>.</summary>
    public string Name { get; } = name;

    /// <summary>The version of its shape; an older one is upcast when read, never rewritten.</summary>
    public int Version { get; } = version;

    /// <summary>The name of an event's type.</summary>
    /// <exception cref="InvalidOperationException">The type has none.</exception>
    public static string Of(Type eventType) => eventType.GetCustomAttribute<EventNameAttribute>()?.Name
        ?? throw new InvalidOperationException($"{eventType} has no event name.");
}
