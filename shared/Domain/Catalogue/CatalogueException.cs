namespace EntCredit.Domain.Catalogue;

/// <summary>A catalogue file that is not valid: every problem found, each with file, path and what is allowed.</summary>
public sealed class CatalogueException(IReadOnlyList<string> problems) : Exception(string.Join(Environment.NewLine, problems))
{
    /// <summary>The problems, one line each.</summary>
    public IReadOnlyList<string> Problems { get; } = problems;
}
