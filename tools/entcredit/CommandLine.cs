using System.CommandLine;

namespace EntCredit.Cli;

/// <summary>Runs the verb that the arguments name.</summary>
internal static class CommandLine
{
    /// <summary>The exit code where what was asked could not be done, or something is not as it should be.</summary>
    public const int Failed = 1;

    /// <summary>The exit code for arguments that cannot be used.</summary>
    public const int BadArguments = 2;

    /// <summary>Parses and runs. What is wrong with the arguments is said on standard error, one line each.</summary>
    public static int Run(RootCommand root, string[] args)
    {
        var parsed = root.Parse(args);
        if (parsed.Errors.Count == 0)
        {
            return parsed.Invoke();
        }

        foreach (var error in parsed.Errors.Select(e => e.Message).Distinct())
        {
            Console.Error.WriteLine("参数错误：" + error);
        }

        Console.Error.WriteLine($"用法见：./entcredit {parsed.CommandResult.Command.Name} --help".Replace($" {root.Name} ", " ", StringComparison.Ordinal));
        return BadArguments;
    }
}
