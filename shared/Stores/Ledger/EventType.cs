using System.Collections.Frozen;
using System.Reflection;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization.Metadata;
using EntCredit.Domain.Events;

namespace EntCredit.Stores.Ledger;

/// <summary>What is known of one stored kind of event.</summary>
public sealed class EventType
{
    private static readonly FrozenDictionary<Type, EventType> ByClrType = Find();
    private static readonly FrozenDictionary<string, EventType> ByName = ByClrType.Values.ToFrozenDictionary(type => type.Name, StringComparer.Ordinal);
    private static readonly FrozenDictionary<string, (EventType Type, Action<JsonObject>[] Steps)> ByStoredName = Readable();

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

    /// <summary>Every name that a ledger may hold, of today's versions and of older ones.</summary>
    public static IEnumerable<string> StoredNames => ByStoredName.Keys.Order(StringComparer.Ordinal);

    /// <summary>The kind as which a stored name is read today, and what brings its data there; most need nothing.</summary>
    /// <exception cref="InvalidOperationException">This version of the Domain does not know the name.</exception>
    internal static (EventType Type, IReadOnlyList<Action<JsonObject>> Steps) Stored(string name) =>
        ByStoredName.TryGetValue(name, out var found) ? found : throw new InvalidOperationException($"The ledger holds an event {name} that this version does not know.");

    private static FrozenDictionary<string, (EventType, Action<JsonObject>[])> Readable()
    {
        var names = ByName.Keys.Select(name => (Stored: name, Today: name, Steps: new List<Action<JsonObject>>())).ToList();
        foreach (var old in EventUpcasts.Older)
        {
            var (today, steps) = (old, new List<Action<JsonObject>>());
            while (EventUpcasts.After(today) is var (next, step))
            {
                if (step is not null) steps.Add(step);
                today = next;
            }

            names.Add((old, today, steps));
        }

        return names.ToFrozenDictionary(name => name.Stored, name => (ByName[name.Today], name.Steps.ToArray()), StringComparer.Ordinal);
    }

    private static FrozenDictionary<Type, EventType> Find() =>
        typeof(DomainEvent).Assembly.GetTypes()
            .Where(type => !type.IsAbstract && typeof(DomainEvent).IsAssignableFrom(type))
            .ToFrozenDictionary(
                type => type,
                type => new EventType(type, type.GetCustomAttribute<EventNameAttribute>() ?? throw new InvalidOperationException($"{type} has no [EventName].")));
}
