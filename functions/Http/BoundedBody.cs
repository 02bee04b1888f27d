using Microsoft.AspNetCore.Http;

namespace EntCredit.Functions.Http;

/// <summary>A request's body, read as far as a limit.</summary>
public static class BoundedBody
{
    /// <summary>The whole body, or null where it is longer than the limit. Its announced length is not believed, only used to refuse early.</summary>
    /// <param name="request">The request.</param>
    /// <param name="limit">The most bytes.</param>
    /// <param name="cancellation">Stops the reading.</param>
    public static async Task<ReadOnlyMemory<byte>?> ReadAsync(HttpRequest request, int limit, CancellationToken cancellation)
    {
        if (request.ContentLength > limit) return null;
        using var body = new MemoryStream((int)(request.ContentLength ?? 0));
        var buffer = new byte[16 * 1024];
        int count;
        while ((count = await request.Body.ReadAsync(buffer, cancellation)) > 0)
        {
            if (body.Length + count > limit) return null;
            body.Write(buffer, 0, count);
        }

        return body.ToArray();
    }
}
