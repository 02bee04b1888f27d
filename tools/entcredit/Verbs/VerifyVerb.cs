using System.CommandLine;
using System.Text.Json;
using EntCredit.Stores.Ledger;
using EntCredit.Stores.Ledger.Seals;

namespace EntCredit.Cli.Verbs;

/// <summary><c>verify</c>: recomputes the ledger's chain and seals, without a running system.</summary>
internal static class VerifyVerb
{
    private static readonly Option<FileInfo> Ledger = Arguments.Ledger();
    private static readonly Option<DirectoryInfo?> Seals = new("--seals") { Description = "另行保存的每日封印（容器 roots 的副本）所在目录", HelpName = "DIR" };

    private static readonly Option<string> Format = Arguments.Format();

    public static Command Create()
    {
        var verb = new Command("verify", "离线重算账本的链与每日封印，指出第一处被改动的事实") { Ledger, Seals, Format };
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
            LedgerFaultKind.PersonalDiffers => "的个人信息被改动",
            LedgerFaultKind.RootDiffers => "所封印的当日事实被改动（自该号起）",
            _ => "与另行保存的封印不符：账本自该号起被改写或截去",
        }}";

    private static async Task<int> RunAsync(ParseResult parsed, CancellationToken cancellation)
    {
        var file = parsed.GetValue(Ledger)!;
        if (!file.Exists)
        {
            await Console.Error.WriteLineAsync($"参数错误：没有账本文件 {file.FullName}");
            return CommandLine.BadArguments;
        }

        if (await KeptAsync(parsed.GetValue(Seals), cancellation) is not { } kept) return CommandLine.BadArguments;
        var found = await LedgerVerifier.VerifyAsync(file.FullName, kept, cancellation);
        if (parsed.GetValue(Format) == "json") Answer.Print(found);
        else Console.WriteLine(found.First is { } fault ? Text(fault) : $"账本完好：{found.Events} 个事实，{found.Streams} 个卷宗");
        return found.First is null ? 0 : CommandLine.Failed;
    }

    private static async Task<Dictionary<DateOnly, string>?> KeptAsync(DirectoryInfo? folder, CancellationToken cancellation)
    {
        var kept = new Dictionary<DateOnly, string>();
        if (folder is null) return kept;
        var files = folder.Exists ? folder.GetFiles("*.json") : [];
        foreach (var file in files)
        {
            try
            {
                var seal = JsonSerializer.Deserialize<KeptSeal>(await File.ReadAllTextAsync(file.FullName, cancellation), KeptSeal.Json)!;
                kept[seal.Day] = seal.Hash;
            }
            catch (JsonException)
            {
                await Console.Error.WriteLineAsync($"参数错误：{file.FullName} 不是封印文件");
                return null;
            }
        }

        if (kept.Count > 0) return kept;
        await Console.Error.WriteLineAsync($"参数错误：{folder.FullName} 中没有封印文件");
        return null;
    }
}
