namespace EntCredit.Domain.LoadedFiles;

/// <summary>What a file changes.</summary>
/// <param name="Sha256">SHA-256 of the file.</param>
/// <param name="Changes">In Chinese, one each; no key's hash in it. Empty where the same file is in force already.</param>
/// <param name="Loaded">The fact to commit; null where the same file is in force already.</param>
public sealed record LawChange(string Sha256, IReadOnlyList<string> Changes, LawEvent.FileLoaded? Loaded);
