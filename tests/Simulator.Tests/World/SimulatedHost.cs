using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using EntCredit.Tests.Shared;

namespace EntCredit.Simulator.Tests.World;

/// <summary>The product as a process over throw-away state: started, asked over HTTP, killed without warning, started again.</summary>
/// <param name="folder">Where its state lies.</param>
/// <param name="storage">The connection string of its blobs.</param>
/// <param name="clockStart">Its first legal instant.</param>
/// <param name="settings">Further settings, asked for at each start.</param>
internal sealed class SimulatedHost(string folder, string storage, DateTimeOffset clockStart, Func<int, IReadOnlyDictionary<string, string>>? settings = null) : IAsyncDisposable
{
    private const int Patience = 30;
    private readonly int bus = FreePorts.Fixed();
    private readonly HttpClient http = new() { Timeout = TimeSpan.FromMinutes(5) };
    private Process? process;
    private Uri? url;

    /// <summary>The ledger's file.</summary>
    public string Ledger { get; } = Path.Combine(folder, "ledger", "ledger.db");

    /// <summary>Everything that the host has said.</summary>
    public string Log { get; } = Path.Combine(folder, "host.log");

    /// <summary>Whether it may die by itself or fail: then it is started again, and asked again, as whoever uses it would.</summary>
    public bool IsFaulty { get; init; }

    /// <summary>How often it was started.</summary>
    public int Starts { get; private set; }

    private string State => Path.Combine(folder, "runtime");

    /// <summary>Starts it and waits until it answers.</summary>
    public async Task StartAsync()
    {
        url = new Uri($"http://127.0.0.1:{FreePorts.Any()}");
        var start = new ProcessStartInfo("dotnet")
        {
            ArgumentList = { typeof(SimulatedHost).Assembly.Location, Entry.Host },
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            Environment =
            {
                ["FUNCTIONS_APPLICATION_DIRECTORY"] = AppContext.BaseDirectory,
                ["AzureWebJobsStorage"] = storage,
                ["ServiceBus"] = $"Endpoint=sb://127.0.0.1:{bus};SharedAccessKeyName=local;SharedAccessKey=local;UseDevelopmentEmulator=true",
                ["LocalRuntime__ServiceBus__Address"] = $"amqp://127.0.0.1:{bus}",
                ["LocalRuntime__ServiceBus__Entities"] = Path.Combine(AppContext.BaseDirectory, "servicebus.json"),
                ["TASKHUB_NAME"] = "EntCredit",
                ["EntCredit__Ledger__Path"] = Ledger,
                ["LocalRuntime__State"] = State,
                ["LocalRuntime__Urls"] = url.ToString().TrimEnd('/'),
                ["LocalRuntime__MovableClock"] = "true",
                ["LocalRuntime__ClockStart"] = Text(clockStart),
                ["LocalRuntime__BlobPollInterval"] = "00:00:05",
                ["Logging__LogLevel__Default"] = "Warning",
            },
        };
        foreach (var (name, value) in settings?.Invoke(Starts) ?? new Dictionary<string, string>()) start.Environment[name] = value;
        Starts++;
        process = Process.Start(start) ?? throw new InvalidOperationException("The host did not start.");
        process.OutputDataReceived += (_, line) => Note(line.Data);
        process.ErrorDataReceived += (_, line) => Note(line.Data);
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
        for (var tried = 0; ; tried++)
        {
            if (process.HasExited || tried == 600) throw new InvalidOperationException("The host did not start:\n" + LastWords());
            try
            {
                using var answer = await http.GetAsync(new Uri(url, "/admin/local/clock"));
                if (answer.IsSuccessStatusCode) return;
            }
            catch (HttpRequestException)
            {
                // Not listening yet.
            }

            await Task.Delay(50);
        }
    }

    /// <summary>Moves legal time from due instant to due instant.</summary>
    public async Task MoveToAsync(DateTimeOffset to)
    {
        using var answer = await MoveAsync(to);
        if (IsFaulty && answer.StatusCode == HttpStatusCode.BadRequest) await SettleAsync();
        else await ExpectAsync(answer, HttpStatusCode.OK);
    }

    /// <summary>Moves on after a move that was cut off, which may have been done just before.</summary>
    public async Task MoveOnToAsync(DateTimeOffset to)
    {
        using var answer = await MoveAsync(to);
        if (answer.StatusCode == HttpStatusCode.BadRequest) await SettleAsync();
        else await ExpectAsync(answer, HttpStatusCode.OK);
    }

    /// <summary>Waits until everything that can be done now is done.</summary>
    public async Task SettleAsync()
    {
        using var answer = await AskAsync("/admin/local/settle", null);
        await ExpectAsync(answer, HttpStatusCode.OK);
    }

    /// <summary>A department declares the secrecy review of one of its uploads done.</summary>
    public async Task DeclareReviewAsync(string department, string batch)
    {
        using var answer = await AskAsync($"/api/v1/batches/{batch}/review", new { }, "dev-" + department);
        await ExpectAsync(answer, HttpStatusCode.Accepted);
    }

    /// <summary>Somebody does something in a case.</summary>
    /// <param name="area">The area of the law.</param>
    /// <param name="stream">The case.</param>
    /// <param name="land">Its jurisdiction.</param>
    /// <param name="kind">The command's name.</param>
    /// <param name="command">What it says, but for the instant.</param>
    /// <param name="wakes">How often the case is woken afterwards: once as it should be, or the wake is lost or doubled.</param>
    public async Task<Done> DoAsync(string area, string stream, string land, string kind, object command, int wakes)
    {
        using var answer = await AskAsync($"/play/{area}/{stream}?land={land}&kind={kind}&wakes={wakes.ToString(CultureInfo.InvariantCulture)}", command);
        await ExpectAsync(answer, HttpStatusCode.OK);
        return (await answer.Content.ReadFromJsonAsync<Done>())!;
    }

    /// <summary>Ends it as a power cut would, and leaves it lying: whoever asks next finds out.</summary>
    public void Strike() => process?.Kill();

    /// <summary>Ends it as a power cut would.</summary>
    public async Task KillAsync()
    {
        if (process is not { } running) return;
        running.Kill();
        await running.WaitForExitAsync();
        running.Dispose();
        process = null;
    }

    /// <summary>Throws away what the durable runtime knows. Only while the host is down.</summary>
    public void ForgetOrchestrations()
    {
        foreach (var file in Directory.EnumerateFiles(State, "durable-*.db*")) File.Delete(file);
    }

    /// <summary>The end of its log.</summary>
    public string LastWords()
    {
        lock (http) return File.Exists(Log) ? string.Join('\n', File.ReadLines(Log).TakeLast(40)) : "(nothing)";
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        await KillAsync();
        http.Dispose();
    }

    private static string Text(DateTimeOffset instant) => instant.UtcDateTime.ToString("yyyy-MM-ddTHH:mm:ssZ", CultureInfo.InvariantCulture);

    private Task<HttpResponseMessage> MoveAsync(DateTimeOffset to) => AskAsync("/admin/local/clock", new { to = Text(to) });

    private async Task<HttpResponseMessage> AskAsync(string path, object? body, string? key = null)
    {
        for (var asked = 1; ; asked++)
        {
            try
            {
                using var request = new HttpRequestMessage(HttpMethod.Post, new Uri(url!, path));
                if (key is not null) request.Headers.Add("X-Api-Key", key);
                if (body is not null) request.Content = JsonContent.Create(body, body.GetType(), options: JsonSerializerOptions.Default);
                var answer = await http.SendAsync(request);
                if (!IsFaulty || asked == Patience || answer.StatusCode is not (HttpStatusCode.InternalServerError or HttpStatusCode.ServiceUnavailable or HttpStatusCode.Conflict)) return answer;
                answer.Dispose();
            }
            catch (HttpRequestException) when (IsFaulty && asked < Patience)
            {
                await ReviveAsync();
            }
        }
    }

    private async Task ReviveAsync()
    {
        for (var tried = 1; ; tried++)
        {
            await process!.WaitForExitAsync().WaitAsync(TimeSpan.FromSeconds(20));
            try
            {
                await StartAsync();
                return;
            }
            catch (InvalidOperationException) when (tried < Patience && process.HasExited)
            {
                // Died while it started: once more.
            }
        }
    }

    private async Task ExpectAsync(HttpResponseMessage answer, HttpStatusCode expected)
    {
        if (answer.StatusCode == expected) return;
        var text = await answer.Content.ReadAsStringAsync();
        throw new InvalidOperationException($"{answer.RequestMessage?.RequestUri} answered {(int)answer.StatusCode}: {text}\n{LastWords()}");
    }

    private void Note(string? line)
    {
        if (line is null) return;
        lock (http) File.AppendAllText(Log, line + "\n");
    }
}
