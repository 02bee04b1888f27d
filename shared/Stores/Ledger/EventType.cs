using System.Collections.Frozen;
using System.Reflection;
using System.Text.Json.Serialization.Metadata;
using EntCredit.Domain.Events;

namespace EntCredit.Stores.Ledger;

/// <summary>What is known of one stored kind of event.</summary>
public sealed class EventType
{
    private static readonly FrozenDictionary<Type, EventType> ByClrType = Find();
    private static readonly FrozenDictionary<string, EventType> ByName = ByClrType.Values.ToFrozenDictionary(type => type.Name, StringComparer.Ordinal);

    private EventType(Type clrType, EventNameAttribute name)
    {
        ClrType = clrType;
        Name = $"{name.Name}/{name.Version}";
        Json = CanonicalJson.Options.GetTypeInfo(clrType);
        Personal = [.. Json.Properties.Where(CanonicalJson.IsPersonal)];
    }

    /// <summary>Every kind of event that the Domain knows, by name.</summary>
    public static IReadOnlyList<EventType> All { get; } = [.. ByName.Values.OrderBy(type => type.Name, StringComparer.Ordinal)];

    /// <summary>Name and version as stored, e.g. <c>record.collected/1</c>.</summary>
    public string Name { get; }

    /// <summary>The CLR type that carries it today.</summary>
    public Type ClrType { get; }

    internal JsonTypeInfo Json { get; }

    internal IReadOnlyList<JsonPropertyInfo> Personal { get; }

    /// <summary>The kind of an event.</summary>
    public static EventType Of(DomainEvent happened) => ByClrType[happened.GetType()];

    /// <summary>The kind stored under a name.</summary>
    /// <exception cref="InvalidOperationException">This version of the Domain does not know the name.</exception>
    public static EventType Named(string name) =>
        ByName.TryGetValue(name, out var type) ? type : throw new InvalidOperationException($"The ledger holds an event {name} that this version does not know.");

    private static FrozenDictionary<Type, EventType> Find() =>
        typeof(DomainEvent).Assembly.GetTypes()
            .Where(type => !type.IsAbstract && typeof(DomainEvent).IsAssignableFrom(type))
            .ToFrozenDictionary(
                type => type,
                type => new EventType(type, type.GetCustomAttribute<EventNameAttribute>() ?? throw new InvalidOperationException($"{type} has no [EventName].")));
}
