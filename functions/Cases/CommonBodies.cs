using System.Text.Json.Serialization;

namespace EntCredit.Functions.Cases;

/// <summary>Why something ends, or is sent back.</summary>
/// <param name="Reason">The reason.</param>
public sealed record ReasonBody(string Reason) : ICaseBody
{
    /// <inheritdoc/>
    [JsonIgnore]
    public string? Fault => CaseText.IsLong(Reason) ? null : "reason";
}

/// <summary>What was done, in words; the ledger keeps its digest.</summary>
/// <param name="Result">The result.</param>
public sealed record ResultBody(string Result) : ICaseBody
{
    /// <inheritdoc/>
    [JsonIgnore]
    public string? Fault => CaseText.IsLong(Result) ? null : "result";
}
