namespace EntCredit.Domain.LoadedFiles;

/// <summary>A data file that cannot hold, with everything that is wrong.</summary>
/// <param name="problems">One line each: file, path, what is wrong, what is allowed.</param>
public sealed class LawFileException(IReadOnlyList<string> problems) : Exception(string.Join(Environment.NewLine, problems))
{
    /// <summary>One line each.</summary>
    public IReadOnlyList<string> Problems { get; } = problems;
}
