using EntCredit.Domain.Errors;

namespace EntCredit.Domain.Settings;

/// <summary>One thing wrong in one data file.</summary>
/// <param name="File">The file's name as the caller gave it.</param>
/// <param name="Path">Where: a JSON path, e.g. <c>$.clocks.collection.term.unit</c>.</param>
/// <param name="Definition">The catalogue entry.</param>
/// <param name="Message">What is wrong and what is allowed, in Chinese.</param>
public sealed record SettingsError(string File, string Path, ErrorDefinition Definition, string Message)
{
    /// <summary>File, path, code, what is wrong and what to do about it, in one line.</summary>
    public override string ToString() => $"{File} {Path} {Definition.Code} {Message}。{Definition.Mend}";
}
