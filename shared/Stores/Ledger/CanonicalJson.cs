using System.Collections;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;
using EntCredit.Domain.Events;
using EntCredit.Domain.Intake;

namespace EntCredit.Stores.Ledger;

/// <summary>The one way in which events become JSON. What it writes is hashed and kept for ever: a change here never touches what is stored.</summary>
public static class CanonicalJson
{
    /// <summary>camelCase, enums as camelCase strings, nulls absent, instants UTC with seven decimals, days ISO; the envelope's instant and personal data left out.</summary>
    public static JsonSerializerOptions Options { get; } = Create();

    /// <summary>The same writing for a <see cref="Utf8JsonWriter"/>.</summary>
    public static JsonWriterOptions Writer { get; } = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, SkipValidation = true };

    /// <summary>True where a property holds a natural person's data.</summary>
    internal static bool IsPersonal(JsonPropertyInfo property) =>
        property.AttributeProvider?.IsDefined(typeof(PersonalAttribute), inherit: true) == true;

    private static JsonSerializerOptions Create()
    {
        var options = new JsonSerializerOptions
        {
            PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
            DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
            IgnoreReadOnlyProperties = true,
            Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
            NumberHandling = JsonNumberHandling.Strict,
            TypeInfoResolver = new DefaultJsonTypeInfoResolver { Modifiers = { Shape } },
            Converters = { new JsonStringEnumConverter(JsonNamingPolicy.CamelCase, allowIntegerValues: false), new UtcInstantConverter() },
        };
        options.MakeReadOnly();
        return options;
    }

    private static void Shape(JsonTypeInfo type)
    {
        if (type.Kind != JsonTypeInfoKind.Object) return;
        foreach (var property in type.Properties)
        {
            if (typeof(DomainEvent).IsAssignableFrom(type.Type) && (IsPersonal(property) || property.Name == "at"))
                property.ShouldSerialize = static (_, _) => false;
            if (type.Type == typeof(RecordContent) && property.Name == "personal") property.ShouldSerialize = RefusePersonal;
        }

        Order(type);
    }

    // Reflection promises no order: the constructor's parameters come first, in theirs, then the rest by name.
    private static void Order(JsonTypeInfo type)
    {
        var parameters = type.Type.GetConstructors()
            .OrderByDescending(constructor => constructor.GetParameters().Length)
            .FirstOrDefault()?.GetParameters().Select(parameter => parameter.Name!).ToList() ?? [];
        var ordered = type.Properties
            .OrderBy(property => parameters.FindIndex(name => name.Equals(property.Name, StringComparison.OrdinalIgnoreCase)) is var at and >= 0 ? at : int.MaxValue)
            .ThenBy(property => property.Name, StringComparer.Ordinal)
            .ToList();
        for (var place = 0; place < ordered.Count; place++) ordered[place].Order = place;
    }

    // What is in the chain cannot be destroyed: a decider that forgot to take personal data out must not get it in.
    private static bool RefusePersonal(object content, object? personal) =>
        personal is ICollection { Count: > 0 } or IReadOnlyDictionary<string, string> { Count: > 0 }
            ? throw new InvalidOperationException("A record's content holds personal data; it belongs in the event's own personal property.")
            : true;
}
