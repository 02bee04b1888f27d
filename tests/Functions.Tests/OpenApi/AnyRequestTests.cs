using System.Text;
using System.Text.Json.Nodes;
using CsCheck;
using EntCredit.Functions.Errors;
using EntCredit.Functions.OpenApi;
using EntCredit.Functions.Tests.Access;

namespace EntCredit.Functions.Tests.OpenApi;

/// <summary>
/// Whatever is sent to an operation, by whomever: never a 5xx, what fails is a numbered problem, and everything is as the document says.
/// Twenty requests an operation; with <c>ENTCREDIT_FULL=1</c> two hundred. A failure prints CsCheck's seed.
/// </summary>
public sealed class AnyRequestTests(AnyRequestTests.Town town) : IClassFixture<AnyRequestTests.Town>
{
    private static readonly int Size = Environment.GetEnvironmentVariable("ENTCREDIT_FULL") == "1" ? 200 : 20;
    private const int LongestLine = 8000;
    private static readonly HashSet<string> Codes = [.. ErrorCatalogueFunctions.All.Select(error => error.Code)];

    public static TheoryData<string> Functions => [.. HttpFunction.All.Where(function => function.IsApi).Select(function => function.Name)];

    [Theory]
    [MemberData(nameof(Functions))]
    public Task Operation_AnyRequest_IsAnsweredByTheContract(string name) =>
        Probes.For(HttpFunction.All.Single(function => function.Name == name)).SampleAsync(
            async probe =>
            {
                if (await FaultOfAsync(probe) is { } fault) throw new InvalidOperationException(fault + "\n" + probe);
            },
            iter: Size,
            threads: 1);

    private async Task<string?> FaultOfAsync(Probe probe)
    {
        using var request = probe.To(town.Client.BaseAddress!, Personas.Key);
        using var answer = await town.Client.SendAsync(request, TestContext.Current.CancellationToken);
        var text = await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        var status = (int)answer.StatusCode;
        string Broken(string why) => $"{status}, {why}: {text[..Math.Min(text.Length, 1500)]}";

        if (status >= 500) return Broken("which nothing should be") + "\n" + town.LastFailure;
        if (probe.Method == "HEAD") return null;

        // The server itself, before any function and without a body: an address that is no HTTP, or longer than it reads.
        if (text.Length == 0 && ((status == 400 && probe.Path.Contains("%00", StringComparison.Ordinal)) || (status == 414 && probe.Path.Length > LongestLine))) return null;
        if (status >= 400)
        {
            if (answer.Content.Headers.ContentType?.MediaType != "application/problem+json") return Broken("and no problem");
            if ((string?)JsonNode.Parse(text)!["code"] is not { } code || !Codes.Contains(code)) return Broken("without a code of the catalogue");
            if (status is 404 or 405 && code is "EC1112" or "EC1113") return null;
        }

        // Where the server resolves the address first, the operation is another than the one written.
        return probe.Path.Contains("..", StringComparison.Ordinal) || probe.Path.Contains("%2e", StringComparison.OrdinalIgnoreCase)
            ? null
            : await Contract.FaultOfAsync(answer, TestContext.Current.CancellationToken);
    }

    /// <summary>A town of its own, since what is sent may change anything, and a client that sends what it is told.</summary>
    public sealed class Town : IAsyncLifetime
    {
        private readonly AccessTown town = new();

        internal HttpClient Client { get; private set; } = null!;

        /// <summary>What the host logged when it failed last.</summary>
        internal string? LastFailure => town.Host.Logs.LastOrDefault(line => line.StartsWith("Error", StringComparison.Ordinal));

        /// <inheritdoc/>
        public async ValueTask InitializeAsync()
        {
            await town.InitializeAsync();
            Client = new HttpClient(new SocketsHttpHandler { AllowAutoRedirect = false, RequestHeaderEncodingSelector = (_, _) => Encoding.UTF8 })
            {
                BaseAddress = town.Host.Http.BaseAddress,
                Timeout = TimeSpan.FromSeconds(60),
            };
        }

        /// <inheritdoc/>
        public async ValueTask DisposeAsync()
        {
            Client?.Dispose();
            await town.DisposeAsync();
        }
    }
}
