namespace EntCredit.Functions.Tests.OpenApi;

/// <summary>A request that a property test sends.</summary>
/// <param name="Method">The method.</param>
/// <param name="Path">Path and query, as they go over the wire.</param>
/// <param name="Department">Whose key it carries, or null for none.</param>
/// <param name="Headers">Further headers.</param>
/// <param name="Type">The content type, or null for none.</param>
/// <param name="Body">The body, or null for none.</param>
internal sealed record Probe(
    string Method, string Path, string? Department, IReadOnlyList<(string Name, string Value)> Headers, string? Type, byte[]? Body)
{
    /// <summary>The request.</summary>
    public HttpRequestMessage To(Uri host, Func<string, string> key)
    {
        // As written: what a client would tidy up is just what is tried.
        var address = new Uri(host.GetLeftPart(UriPartial.Authority) + Path, new UriCreationOptions { DangerousDisablePathAndQueryCanonicalization = true });
        var request = new HttpRequestMessage(new HttpMethod(Method), address);
        if (Department is not null) request.Headers.Add("X-Api-Key", key(Department));
        foreach (var (name, value) in Headers) request.Headers.TryAddWithoutValidation(name, value);
        if (Body is null) return request;
        request.Content = new ByteArrayContent(Body);
        if (Type is not null) request.Content.Headers.TryAddWithoutValidation("Content-Type", Type);
        return request;
    }

    /// <inheritdoc/>
    public override string ToString() =>
        $"{Method} {Cut(Path)} by {Department ?? "nobody"} [{string.Join(", ", Headers.Select(header => $"{header.Name}: {Cut(header.Value)}"))}] {Type} {(Body is null ? "" : Cut(System.Text.Encoding.UTF8.GetString(Body)))}";

    private static string Cut(string text) => text.Length <= 800 ? text : text[..800] + $"… ({text.Length})";
}
