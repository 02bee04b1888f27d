using System.Text.RegularExpressions;

namespace EntCredit.Architecture.Tests.Checkout;

/// <summary>Something that must not occur in a source, comments apart.</summary>
/// <param name="Name">What it is.</param>
/// <param name="Pattern">How it looks.</param>
/// <param name="Offence">Code that breaks the rule: the proof that it would be found.</param>
internal sealed record Rule(string Name, string Pattern, string Offence)
{
    /// <summary>The lines of a source that break it.</summary>
    public IEnumerable<string> Offences(string source) => Regex.Matches(Sources.Code(source), Pattern, RegexOptions.Multiline).Select(match => match.Value.Trim());

    /// <inheritdoc/>
    public override string ToString() => Name;
}
