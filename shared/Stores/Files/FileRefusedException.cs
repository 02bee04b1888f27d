using EntCredit.Domain.Errors;

namespace EntCredit.Stores.Files;

/// <summary>A file as a whole is refused.</summary>
/// <param name="error">Why (EC3xxx).</param>
/// <param name="particulars">What fills the places of the Chinese message.</param>
public sealed class FileRefusedException(ErrorDefinition error, params object?[] particulars) : Exception(error.Describe(particulars))
{
    /// <summary>Why.</summary>
    public ErrorDefinition Error { get; } = error;

    /// <summary>What fills the places of the Chinese message.</summary>
    public IReadOnlyList<object?> Particulars { get; } = particulars;
}
