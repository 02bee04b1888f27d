using System.Net.Http.Json;

namespace EntCredit.LocalRuntime.Tests.Worker.Admin;

internal static class Clock
{
    public static Task<HttpResponseMessage> MoveAsync(TestHost host, string? to) =>
        host.Http.PostAsJsonAsync("/admin/local/clock", new { to }, TestContext.Current.CancellationToken);
}
