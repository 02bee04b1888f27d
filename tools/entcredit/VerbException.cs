namespace EntCredit.Cli;

/// <summary>Why a verb cannot do what it was asked.</summary>
/// <param name="exitCode">How the tool ends.</param>
/// <param name="reasons">In Chinese, one line each.</param>
internal sealed class VerbException(int exitCode, params IReadOnlyList<string> reasons) : Exception(string.Join(Environment.NewLine, reasons))
{
    /// <summary>How the tool ends.</summary>
    public int ExitCode { get; } = exitCode;

    /// <summary>One line each.</summary>
    public IReadOnlyList<string> Reasons { get; } = reasons;
}
