using System.Globalization;
using Microsoft.Extensions.Configuration;

namespace EntCredit.LocalRuntime.Worker.Hosting;

/// <summary>Reads settings and names the one that is wrong.</summary>
internal sealed class SettingReader(IConfiguration section, string origin)
{
    public string? Text(string name) => section[name] is { Length: > 0 } value ? value : null;

    public bool Flag(string name, bool otherwise) =>
        Text(name) is not { } text ? otherwise
        : bool.TryParse(text, out bool value) ? value
        : throw Wrong(name, text, "true or false");

    public TimeSpan Span(string name, TimeSpan otherwise) =>
        Text(name) is not { } text ? otherwise
        : TimeSpan.TryParse(text, CultureInfo.InvariantCulture, out TimeSpan value) && value > TimeSpan.Zero ? value
        : throw Wrong(name, text, "a positive time span, such as 00:00:01");

    public int Count(string name, int otherwise) =>
        Text(name) is not { } text ? otherwise
        : int.TryParse(text, CultureInfo.InvariantCulture, out int value) && value > 0 ? value
        : throw Wrong(name, text, "a positive whole number");

    /// <summary>One of some words, the first where it says nothing; without regard to case.</summary>
    public string Choice(string name, params string[] words) =>
        Text(name) is not { } text ? words[0]
        : words.FirstOrDefault(w => w.Equals(text, StringComparison.OrdinalIgnoreCase))
            ?? throw Wrong(name, text, string.Join(" or ", words));

    public DateTimeOffset? Instant(string name) =>
        Text(name) is not { } text ? null
        : Parsing.Instant(text) ?? throw Wrong(name, text, "an instant in UTC, such as 2020-06-28T01:00:00Z");

    private StartupException Wrong(string name, string value, string wanted) =>
        new($"The setting {origin}:{name} is '{value}': it is {wanted}.");
}
