using System.Collections;
using System.Reflection;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Schema;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;
using EntCredit.Functions.Http;

namespace EntCredit.Functions.OpenApi;

/// <summary>The schemas (JSON Schema 2020-12) of the types that go over the wire: each of ours once, by name, as <see cref="ApiJson"/> writes it.</summary>
internal sealed class SchemaBook(SourceComments comments)
{
    // Of its own: it is no thread's but its user's.
    private readonly NullabilityInfoContext nullability = new();
    private static readonly JsonSchemaExporterOptions Leaves = new() { TreatNullObliviousAsNonNullable = true };
    private readonly SortedDictionary<string, JsonObject> named = new(StringComparer.Ordinal);

    /// <summary>What was named so far.</summary>
    public IReadOnlyDictionary<string, JsonObject> Named => named;

    /// <summary>A type's schema: a reference for a type of ours.</summary>
    public JsonObject Of(Type type)
    {
        if (Nullable.GetUnderlyingType(type) is { } value) return Of(value);
        var info = ApiJson.Options.GetTypeInfo(type);
        return info.Kind switch
        {
            JsonTypeInfoKind.Enumerable => new JsonObject { ["type"] = "array", ["items"] = Of(ElementOf(type, typeof(IEnumerable<>))) },
            JsonTypeInfoKind.Dictionary => new JsonObject { ["type"] = "object", ["additionalProperties"] = Of(ElementOf(type, typeof(IReadOnlyDictionary<,>))) },
            JsonTypeInfoKind.Object => Reference(type, info),
            _ => Leaf(type),
        };
    }

    private static Type ElementOf(Type type, Type shape) => type.GetInterfaces().Append(type)
        .Where(face => face.IsGenericType && face.GetGenericTypeDefinition() == shape)
        .Select(face => face.GetGenericArguments()[^1])
        .FirstOrDefault(typeof(object));

    private static JsonObject Leaf(Type type)
    {
        if (type == typeof(object) || typeof(JsonNode).IsAssignableFrom(type) || type == typeof(JsonElement)) return [];
        var schema = ApiJson.Options.GetJsonSchemaAsNode(type, Leaves);
        return schema as JsonObject ?? [];
    }

    private JsonObject Reference(Type type, JsonTypeInfo info)
    {
        if (type == typeof(object)) return [];
        var name = NameOf(type);
        if (!named.ContainsKey(name))
        {
            named[name] = [];
            named[name] = ObjectOf(type, info);
        }

        return new JsonObject { ["$ref"] = "#/components/schemas/" + name };
    }

    private JsonObject ObjectOf(Type type, JsonTypeInfo info)
    {
        var properties = new JsonObject();
        var required = new JsonArray();
        foreach (var property in info.Properties.Where(property => property.AttributeProvider is PropertyInfo && property.Get is not null))
        {
            var source = (PropertyInfo)property.AttributeProvider!;
            var schema = Of(property.PropertyType);
            if (comments.Of(source) is { Length: > 0 } text) schema["description"] = text;
            properties[property.Name] = schema;

            // What is null is left out, or taken as left out; so is what a request has a default for.
            if (!IsNullable(source) && property.AssociatedParameter?.HasDefaultValue != true) required.Add(property.Name);
        }

        var all = new JsonObject { ["type"] = "object", ["properties"] = properties };
        if (required.Count > 0) all["required"] = required;
        if (comments.Of(type) is { Length: > 0 } summary) all["description"] = summary;
        return all;
    }

    private bool IsNullable(PropertyInfo property) =>
        Nullable.GetUnderlyingType(property.PropertyType) is not null
        || (!property.PropertyType.IsValueType && nullability.Create(property).ReadState == NullabilityState.Nullable)
        || property.GetCustomAttribute<JsonIgnoreAttribute>() is not null;

    private static string NameOf(Type type) => type.IsGenericType
        ? type.Name.Split('`')[0] + "Of" + string.Concat(type.GetGenericArguments().Select(NameOf))
        : type.Name;
}
