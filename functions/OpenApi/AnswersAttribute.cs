namespace EntCredit.Functions.OpenApi;

/// <summary>What an HTTP function answers where nothing is in the way.</summary>
/// <param name="status">The HTTP status.</param>
/// <param name="body">The type of the JSON body, or null where there is none or <see cref="MediaType"/> says another form.</param>
[AttributeUsage(AttributeTargets.Method, AllowMultiple = true)]
public sealed class AnswersAttribute(int status, Type? body = null) : Attribute
{
    /// <summary>The HTTP status.</summary>
    public int Status { get; } = status;

    /// <summary>The type of the JSON body, or null.</summary>
    public Type? Body { get; } = body;

    /// <summary>The media type; several are separated by commas.</summary>
    public string MediaType { get; init; } = "application/json";

    /// <summary>Whether the answer carries an ETag, the version that <c>If-Match</c> may ask for.</summary>
    public bool Versioned { get; init; }
}
