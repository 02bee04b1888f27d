namespace EntCredit.Domain.Settings;

/// <summary>Data files that cannot be used, with everything that is wrong in them.</summary>
/// <param name="errors">At least one.</param>
public sealed class SettingsException(IReadOnlyList<SettingsError> errors) : Exception(string.Join(Environment.NewLine, errors))
{
    /// <summary>All that was found, in the order of the files and their members.</summary>
    public IReadOnlyList<SettingsError> Errors { get; } = errors;
}
