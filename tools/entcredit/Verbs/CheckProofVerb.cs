using System.CommandLine;
using System.Text;
using System.Text.Json;
using EntCredit.Domain.Seals;
using EntCredit.Stores.Ledger;
using EntCredit.Stores.Ledger.Seals;

namespace EntCredit.Cli.Verbs;

/// <summary><c>check-proof</c>: checks a proof with nothing but the file, and a seal that was published elsewhere.</summary>
internal static class CheckProofVerb
{
    private static readonly Argument<FileInfo> Proof = new("FILE") { Description = "证明文件" };
    private static readonly Option<string?> Seal = new("--seal") { Description = "从别处（如通报）得到的封印；证明须含有它", HelpName = "HASH" };
    private static readonly Option<string> Format = Arguments.Format();

    public static Command Create()
    {
        var verb = new Command("check-proof", "核验存证证明，不需账本，不需联网") { Proof, Seal, Format };
        verb.Runs(Format, RunAsync);
        return verb;
    }

    private static async Task<(object Value, IEnumerable<string> Lines)> RunAsync(ParseResult parsed, CancellationToken cancellation)
    {
        var file = parsed.GetValue(Proof)!;
        if (!file.Exists) throw new VerbException(CommandLine.BadArguments, $"参数错误：没有文件 {file.FullName}");
        var proof = await ReadAsync(file, cancellation);
        if ((proof is null ? ProofFault.Format : ProofCheck.First(proof)) is { } fault) throw new VerbException(CommandLine.Failed, Text(fault));

        if (parsed.GetValue(Seal) is { } given && !proof!.Seals.Any(seal => seal.Hash.Equals(given, StringComparison.OrdinalIgnoreCase)))
            throw new VerbException(CommandLine.Failed, $"证明中没有封印 {given}：它出自另一账本，或账本已被改写");
        var newest = proof!.Seals[^1];
        var day = ((DaySealed)EventCodec.Decode(Encoding.UTF8.GetBytes(newest.Canonical))).Day;
        return (
            new { record = proof.Record, events = proof.Events.Count, day, seal = newest.Hash, compared = parsed.GetValue(Seal) is not null },
            [
                $"证明成立：信息 {proof.Record} 的 {proof.Events.Count} 个事实自 {proof.Events[0].Day:yyyy-MM-dd} 起存证，未被改动",
                parsed.GetValue(Seal) is null
                    ? $"请与另行公布的 {day:yyyy-MM-dd} 封印核对（--seal）：{newest.Hash}"
                    : "与所给封印相符",
            ]);
    }

    private static async Task<InclusionProof?> ReadAsync(FileInfo file, CancellationToken cancellation)
    {
        try
        {
            return JsonSerializer.Deserialize<InclusionProof>(await File.ReadAllTextAsync(file.FullName, cancellation), InclusionProof.Json);
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private static string Text(ProofFault fault) => "证明不成立：" + fault switch
    {
        ProofFault.Format => "不是存证证明，或格式不对",
        ProofFault.Incomplete => "缺少事实或封印",
        ProofFault.SealChain => "封印被改动，或前后不相接",
        ProofFault.EventChain => "事实不属于该信息，或前后不相接",
        _ => "事实被改动",
    };
}
