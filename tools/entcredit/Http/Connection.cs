using System.CommandLine;

namespace EntCredit.Cli.Http;

/// <summary>How the running system is reached. A key is never an argument: arguments are seen by everybody on the machine and kept in histories.</summary>
internal static class Connection
{
    /// <summary>The environment variable that may hold the key.</summary>
    public const string KeyVariable = "ENTCREDIT_KEY";

    public static readonly Option<Uri> Url = new("--url")
    {
        Description = "系统地址",
        HelpName = "URL",
        DefaultValueFactory = _ => new Uri("http://127.0.0.1:7071"),
        CustomParser = token =>
        {
            if (Uri.TryCreate(token.Tokens[0].Value, UriKind.Absolute, out var url) && url.Scheme is "http" or "https") return url;
            token.AddError($"--url 为 {token.Tokens[0].Value}，应为 http:// 或 https:// 开头的地址");
            return null;
        },
    };

    public static readonly Option<FileInfo?> KeyFile = new("--key-file") { Description = $"密钥文件（首行为密钥）；不给出时取环境变量 {KeyVariable}", HelpName = "FILE" };

    /// <summary>The key, or null where there is none.</summary>
    /// <exception cref="VerbException">The file is not there.</exception>
    public static string? KeyOf(ParseResult parsed)
    {
        if (parsed.GetValue(KeyFile) is not { } file) return Environment.GetEnvironmentVariable(KeyVariable) is { Length: > 0 } key ? key.Trim() : null;
        if (!file.Exists) throw new VerbException(CommandLine.BadArguments, $"没有密钥文件 {file.FullName}");
        return File.ReadLines(file.FullName).FirstOrDefault()?.Trim();
    }
}
