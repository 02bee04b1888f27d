namespace EntCredit.Functions.Http;

/// <summary>Reads the names of states and the like from a caller's text.</summary>
public static class Words
{
    /// <summary>The value that a text names, whatever its case; null where it names none. Numbers and lists name none.</summary>
    public static T? Read<T>(string? text)
        where T : struct, Enum =>
        !string.IsNullOrEmpty(text) && text.All(char.IsAsciiLetter) && Enum.TryParse<T>(text, ignoreCase: true, out var value) ? value : null;
}
