using System.Text.Json;

namespace EntCredit.LocalRuntime.Worker.Cosmos;

/// <summary>A batch of items as the parameter's type, read as the worker reads JSON.</summary>
internal static class CosmosBatch
{
    private static readonly JsonSerializerOptions Options = new() { PropertyNameCaseInsensitive = true };

    /// <summary>The type of an item where the parameter is a list of them, else null.</summary>
    public static Type? ItemOf(Type parameter) =>
        parameter.IsGenericType && parameter.GetGenericTypeDefinition() == typeof(IReadOnlyList<>) ? parameter.GetGenericArguments()[0] : null;

    /// <exception cref="JsonException">An item is not one of the type.</exception>
    public static Array Of(Type item, IReadOnlyCollection<JsonElement> changes)
    {
        var batch = Array.CreateInstance(item, changes.Count);
        int at = 0;
        foreach (JsonElement change in changes)
            batch.SetValue(change.Deserialize(item, Options), at++);
        return batch;
    }
}
