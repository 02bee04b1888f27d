using System.Text.Encodings.Web;
using System.Text.Json;

namespace EntCredit.EndToEnd.Tests.Running;

/// <summary>JSON in assertions, with Chinese as it is.</summary>
internal static class Readable
{
    public static JsonSerializerOptions Json { get; } = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };
}
