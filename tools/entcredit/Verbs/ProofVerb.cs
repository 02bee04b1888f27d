using System.CommandLine;
using System.Text.Json;
using EntCredit.Stores.Ledger.Seals;

namespace EntCredit.Cli.Verbs;

/// <summary><c>proof</c>: the proof that a public record stands in the ledger as it is shown, for whoever wants to check it.</summary>
internal static class ProofVerb
{
    private static readonly Argument<string> Record = new("RECORD") { Description = "信息编号" };
    private static readonly Option<FileInfo> Ledger = Arguments.Ledger();
    private static readonly Option<FileInfo?> Out = new("--out") { Description = "证明写入的文件；不指定则输出到屏幕", HelpName = "FILE" };

    public static Command Create()
    {
        var verb = new Command("proof", "为一条已公示的信息出具存证证明，供任何人核验") { Record, Ledger, Out };
        verb.SetAction(RunAsync);
        return verb;
    }

    private static async Task<int> RunAsync(ParseResult parsed, CancellationToken cancellation)
    {
        var file = parsed.GetValue(Ledger)!;
        if (!file.Exists)
        {
            await Console.Error.WriteLineAsync($"参数错误：没有账本文件 {file.FullName}");
            return CommandLine.BadArguments;
        }

        try
        {
            var text = JsonSerializer.Serialize(ProofMaker.Of(file.FullName, parsed.GetValue(Record)!), InclusionProof.Json);
            if (parsed.GetValue(Out) is { } target) await File.WriteAllTextAsync(target.FullName, text + "\n", cancellation);
            else Console.WriteLine(text);
            return 0;
        }
        catch (ProofRefusedException refused)
        {
            await Console.Error.WriteLineAsync(refused.Reason switch
            {
                ProofRefusal.Unknown => $"账本中没有信息 {parsed.GetValue(Record)}",
                ProofRefusal.NotPublic => "该信息未在公示中，不出具证明",
                _ => "该信息尚未封印：每日终了后封印，请次日再试",
            });
            return CommandLine.Failed;
        }
    }
}
