using EntCredit.Architecture.Tests.Checkout;

namespace EntCredit.Architecture.Tests;

/// <summary>What an orchestrator must not do: it is replayed, and must do the same each time.</summary>
internal static class OrchestratorRules
{
    public static IReadOnlyList<Rule> All { get; } =
    [
        new("a clock", @"\bDateTime(Offset)?\s*\.\s*(Now|UtcNow|Today)\b|\b(TimeProvider|Stopwatch)\b|\bEnvironment\.TickCount", "var now = DateTimeOffset.UtcNow;"),
        new("today", @"\bDateTime(Offset)?\s*\.\s*(Now|UtcNow|Today)\b", "if (DateTime.Today > day) return;"),
        new("random", @"\bRandom(NumberGenerator)?\b", "var n = Random.Shared.Next();"),
        new("a new GUID", @"\bGuid\s*\.\s*(NewGuid|CreateVersion7)\b", "var id = Guid.NewGuid();"),
        new("Task.Run", @"\bTask\s*\.\s*(Run|Yield)\b|\bTaskFactory\b|\bTask\.Factory\b|\bParallel\.", "await Task.Run(() => Work());"),
        new("Task.Delay", @"\bTask\s*\.\s*Delay\b", "await Task.Delay(TimeSpan.FromDays(1));"),
        new("leaving its thread", @"\bConfigureAwait\b|\bContinueWith\b", "await context.CallActivityAsync(\"A\").ConfigureAwait(false);"),
        new("cancelling asynchronously", @"\bCancelAsync\b", "await timer.CancelAsync();"),
        new("a network", @"\b(HttpClient|Socket|BlobClient|BlobAreas|ManifestStore)\b", "using var http = new HttpClient();"),
        new("files", @"\b(File|Directory|Path)\s*\.|\b(FileStream|StreamReader|StreamWriter)\b", "var text = File.ReadAllText(path);"),
        new("the environment", @"\bEnvironment\s*\.|\bConsole\s*\.", "var home = Environment.GetEnvironmentVariable(\"HOME\");"),
        new("the ledger or its views", @"\bI(Ledger|RecordBook|BatchView|ObligationBook|PublicView|IntakeIndex)\b|\bEntCredit\.Stores\b", "public static async Task RunAsync(ILedger ledger)"),
        new("a thread", @"\bThread(Pool)?\b", "new Thread(Work).Start();"),
        new("a lock", @"\block\s*\(|\b(SemaphoreSlim|Mutex|Monitor)\b", "lock (gate) { n++; }"),
        new("an asynchronous stream", @"\bawait\s+foreach\b|\bawait\s+using\b", "await foreach (var page in pages) { }"),
        new("blocking", @"\.\s*(Result\b|Wait\s*\(|GetAwaiter\s*\()", "var page = context.CallActivityAsync<int>(\"A\").Result;"),
        new("a wait that may be its second", @"(?<!\?\?=\s*context\s*\.\s*)\bWaitForExternalEvent\b", "var woken = context.WaitForExternalEvent<string>(\"wake\");"),
        new("two places that wait", @"\bWaitForExternalEvent\b(?=[\s\S]*\bWaitForExternalEvent\b)", "a ??= context.WaitForExternalEvent<string>(\"a\"); b ??= context.WaitForExternalEvent<string>(\"a\");"),
        new("awaiting what is not durable", @"\bawait\s+(?!context\s*\.|Task\s*\.\s*When(Any|All)\s*\(|(CohortOrchestrator\.)?PassAsync\s*\().*", "await stream.FlushAsync();"),
        new("state of its own", @"\bstatic\s+(?!async\b|class\b|partial\b)(?!readonly\b)[\w<>?,\s]+\s\w+\s*(=(?!>)[^;]*)?;", "private static int runs = 0;"),
    ];
}
