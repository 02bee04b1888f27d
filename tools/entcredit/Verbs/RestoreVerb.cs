using System.CommandLine;
using EntCredit.Cli.Backup;
using EntCredit.Stores.Ledger;

namespace EntCredit.Cli.Verbs;

/// <summary><c>restore</c>: puts a checked backup where a local system that is not running keeps its state.</summary>
internal static class RestoreVerb
{
    private static readonly Option<DirectoryInfo> From = new("--from") { Description = "备份目录", HelpName = "DIR", Required = true };
    private static readonly Option<string> Format = Arguments.Format();

    public static Command Create()
    {
        var verb = new Command("restore", "从备份恢复本机系统；目标须为空") { From, Format };
        foreach (var option in Places.Options) verb.Add(option);
        verb.Runs(Format, RunAsync);
        return verb;
    }

    private static async Task<(object Value, IEnumerable<string> Lines)> RunAsync(ParseResult parsed, CancellationToken cancellation)
    {
        var (places, backup) = (Places.Of(parsed), parsed.GetValue(From)!.FullName);
        if (!Directory.Exists(backup)) throw new VerbException(CommandLine.BadArguments, $"没有备份目录 {backup}");
        var manifest = Manifest.Read(backup);
        if (Occupied(places).ToList() is { Count: > 0 } occupied) throw new VerbException(CommandLine.Failed, occupied);
        if (manifest.Differences(backup) is { Count: > 0 } differences) throw new VerbException(CommandLine.Failed, differences);
        var ledger = Layout.Ledger(backup);
        var verified = await LedgerVerifier.VerifyAsync(ledger, cancellation);
        if (verified.First is { } fault) throw new VerbException(CommandLine.Failed, VerifyVerb.Text(fault));
        if (SqliteCopy.HeadOf(ledger) != (manifest.Position, manifest.Head)) throw new VerbException(CommandLine.Failed, "账本的末尾与备份清单不符");

        CopyFolder(Layout.Blobs(backup), places.Blobs.FullName);
        CopyFile(SqliteLedger.KeyFile(ledger), SqliteLedger.KeyFile(places.Ledger.FullName));
        CopyFile(ledger, places.Ledger.FullName);
        if (File.Exists(Layout.Audit(backup))) CopyFile(Layout.Audit(backup), places.Audit.FullName);
        CopyFolder(Layout.State(backup), places.State.FullName);
        return (
            new { from = backup, verified.Events, verified.Streams, manifest.TakenAt },
            [$"已恢复并核验：{verified.Events} 个事实，{verified.Streams} 个卷宗", "启动后请执行 ./entcredit reconcile，使备份期间未及记下的事项继续"]);
    }

    private static IEnumerable<string> Occupied(Places places)
    {
        foreach (var folder in new[] { places.State, places.Blobs })
        {
            if (folder.Exists && folder.EnumerateFileSystemInfos().Any()) yield return $"{folder.FullName} 不是空目录";
        }

        foreach (var file in new[] { places.Ledger.FullName, places.Ledger.FullName + "-wal", SqliteLedger.KeyFile(places.Ledger.FullName), places.Audit.FullName })
        {
            if (File.Exists(file)) yield return $"{file} 已存在";
        }
    }

    private static void CopyFolder(string source, string target)
    {
        foreach (var file in Directory.EnumerateFiles(source, "*", SearchOption.AllDirectories))
            CopyFile(file, Path.Combine(target, Path.GetRelativePath(source, file)));
    }

    private static void CopyFile(string source, string target)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(target)!);
        File.Copy(source, target);
    }
}
