using System.CommandLine;

namespace EntCredit.Cli.Backup;

/// <summary>Where a local system keeps what must survive. Defaults are those of <c>./run.sh</c>, or what the host's own settings say.</summary>
/// <param name="State">The local runtime's folder.</param>
/// <param name="Ledger">The ledger's file.</param>
/// <param name="Audit">The audit trail's file.</param>
/// <param name="Blobs">Azurite's folder.</param>
internal sealed record Places(DirectoryInfo State, FileInfo Ledger, FileInfo Audit, DirectoryInfo Blobs)
{
    public static readonly Option<DirectoryInfo> StateOption = Folder("--state", "运行状态目录", "LocalRuntime__State", ".data/runtime");
    public static readonly Option<DirectoryInfo> BlobsOption = Folder("--blobs", "存储（Azurite）目录", "ENTCREDIT_BLOBS", ".data/azurite");

    public static readonly Option<FileInfo> LedgerOption = new("--ledger")
    {
        Description = "账本文件",
        HelpName = "FILE",
        DefaultValueFactory = _ => new FileInfo(Setting("EntCredit__Ledger__Path") ?? ".data/ledger/ledger.db"),
    };

    public static readonly Option<FileInfo?> AuditOption = new("--audit") { Description = "审计文件（默认在账本旁）", HelpName = "FILE" };

    /// <summary>All of them.</summary>
    public static Option[] Options => [StateOption, LedgerOption, AuditOption, BlobsOption];

    public static Places Of(ParseResult parsed)
    {
        var ledger = parsed.GetValue(LedgerOption)!;
        var audit = parsed.GetValue(AuditOption) ?? new FileInfo(Setting("EntCredit__Audit__Path") ?? Path.Combine(ledger.DirectoryName!, "audit.db"));
        return new Places(parsed.GetValue(StateOption)!, ledger, audit, parsed.GetValue(BlobsOption)!);
    }

    private static Option<DirectoryInfo> Folder(string name, string description, string setting, string otherwise) => new(name)
    {
        Description = description,
        HelpName = "DIR",
        DefaultValueFactory = _ => new DirectoryInfo(Setting(setting) ?? otherwise),
    };

    private static string? Setting(string name) => Environment.GetEnvironmentVariable(name) is { Length: > 0 } set ? set : null;
}
