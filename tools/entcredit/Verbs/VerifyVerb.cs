using System.CommandLine;
using EntCredit.Stores.Ledger;

namespace EntCredit.Cli.Verbs;

/// <summary><c>verify</c>: recomputes the ledger's chain, without a running system.</summary>
internal static class VerifyVerb
{
    private static readonly Option<FileInfo> Ledger = new("--ledger")
    {
        Description = "账本文件",
        HelpName = "FILE",
        DefaultValueFactory = _ => new FileInfo(Environment.GetEnvironmentVariable("EntCredit__Ledger__Path") is { Length: > 0 } set ? set : ".data/ledger/ledger.db"),
    };

    private static readonly Option<string> Format = Arguments.Format();

    public static Command Create()
    {
        var verb = new Command("verify", "离线重算账本的链，指出第一处被改动的事实") { Ledger, Format };
        verb.SetAction(RunAsync);
        return verb;
    }

    /// <summary>What is wrong, in Chinese.</summary>
    public static string Text(LedgerFault fault) =>
        $"第 {fault.Position} 号事实（{fault.Stream ?? "所属不明"} 第 {fault.Version} 版）{fault.Kind switch
        {
            LedgerFaultKind.PositionsMissing => "之前有事实被删去",
            LedgerFaultKind.StreamMissing => "所属的卷宗不在账本中",
            LedgerFaultKind.VersionMissing => "之前的一版被删去",
            LedgerFaultKind.HashDiffers => "的内容或其前一版被改动",
            LedgerFaultKind.RowDiffers => "的登记与内容不符",
            LedgerFaultKind.HeadDiffers => "所属卷宗的末版被改动",
            _ => "的个人信息被改动",
        }}";

    private static async Task<int> RunAsync(ParseResult parsed, CancellationToken cancellation)
    {
        var file = parsed.GetValue(Ledger)!;
        if (!file.Exists)
        {
            await Console.Error.WriteLineAsync($"参数错误：没有账本文件 {file.FullName}");
            return CommandLine.BadArguments;
        }

        var found = await LedgerVerifier.VerifyAsync(file.FullName, cancellation);
        if (parsed.GetValue(Format) == "json") Answer.Print(found);
        else Console.WriteLine(found.First is { } fault ? Text(fault) : $"账本完好：{found.Events} 个事实，{found.Streams} 个卷宗");
        return found.First is null ? 0 : CommandLine.Failed;
    }
}
