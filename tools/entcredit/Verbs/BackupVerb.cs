using System.CommandLine;
using Azure.Storage.Blobs;
using EntCredit.Cli.Backup;
using EntCredit.Stores.Ledger;

namespace EntCredit.Cli.Verbs;

/// <summary>
/// <c>backup</c>: copies a local system while it runs. Waits first, then facts, then files: a wait without its fact cannot be in the copy, a fact without
/// its wait is found by the reconciler, and the file of a fact came before the fact, so that it is there still.
/// </summary>
internal static class BackupVerb
{
    private static readonly Option<DirectoryInfo> To = new("--to") { Description = "备份目录（须不存在或为空）", HelpName = "DIR", Required = true };

    private static readonly Option<string> Storage = new("--storage")
    {
        Description = "存储连接字符串（默认取 AzureWebJobsStorage）",
        HelpName = "CONNECTION",
        DefaultValueFactory = _ => Environment.GetEnvironmentVariable("AzureWebJobsStorage") is { Length: > 0 } set ? set : "UseDevelopmentStorage=true",
    };

    private static readonly Option<string> Format = Arguments.Format();

    public static Command Create()
    {
        var verb = new Command("backup", "备份正在运行的本机系统") { To, Storage, Format };
        foreach (var option in Places.Options) verb.Add(option);
        verb.Runs(Format, RunAsync);
        return verb;
    }

    private static async Task<(object Value, IEnumerable<string> Lines)> RunAsync(ParseResult parsed, CancellationToken cancellation)
    {
        var places = Places.Of(parsed);
        var target = parsed.GetValue(To)!;
        if (!places.Ledger.Exists) throw new VerbException(CommandLine.BadArguments, $"没有账本文件 {places.Ledger.FullName}");
        if (!places.State.Exists) throw new VerbException(CommandLine.BadArguments, $"没有运行状态目录 {places.State.FullName}");
        if (target.Exists && target.EnumerateFileSystemInfos().Any()) throw new VerbException(CommandLine.Failed, $"{target.FullName} 不是空目录");

        // The keys of personal data are in it.
        if (OperatingSystem.IsWindows()) target.Create();
        else Directory.CreateDirectory(target.FullName, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);

        // The broker's file is part of the state: a message that comes to it after the copy is not in it, though the ledger, copied later, says that it left.
        var sent = SqliteCopy.SentThrough(places.Ledger.FullName);
        CopyState(places.State.FullName, Layout.State(target.FullName));
        SqliteCopy.Of(places.Ledger.FullName, Layout.Ledger(target.FullName));
        SqliteCopy.SendAgainAfter(Layout.Ledger(target.FullName), sent);

        // After the ledger: a key that is missing would be personal data lost.
        SqliteCopy.Of(SqliteLedger.KeyFile(places.Ledger.FullName), SqliteLedger.KeyFile(Layout.Ledger(target.FullName)));
        if (places.Audit.Exists) SqliteCopy.Of(places.Audit.FullName, Layout.Audit(target.FullName));
        await new BlobCopy(places.Blobs, new BlobServiceClient(parsed.GetValue(Storage))).RunAsync(Layout.Blobs(target.FullName), cancellation);

        var manifest = Manifest.Of(target.FullName, Layout.Ledger(target.FullName));
        manifest.Write(target.FullName);
        var summary = new { to = target.FullName, files = manifest.Files.Count, bytes = manifest.Files.Sum(file => file.Bytes), manifest.Position, manifest.Head };
        return (summary, [$"已备份到 {summary.to}：{summary.files} 个文件，{summary.bytes} 字节，账本至第 {summary.Position} 号事实"]);
    }

    private static void CopyState(string source, string target)
    {
        Directory.CreateDirectory(target);
        foreach (var file in new DirectoryInfo(source).EnumerateFiles())
        {
            if (file.Extension == ".db") SqliteCopy.Of(file.FullName, Path.Combine(target, file.Name));
            else if (file.Extension == ".json") file.CopyTo(Path.Combine(target, file.Name));
        }
    }
}
