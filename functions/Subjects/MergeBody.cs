using System.Text.Json.Serialization;
using EntCredit.Functions.Cases;

namespace EntCredit.Functions.Subjects;

/// <summary>Two numbers that belong to one enterprise, or not after all.</summary>
/// <param name="Number">统一社会信用代码 or 注册号 of the one that goes under the other.</param>
/// <param name="Kept">统一社会信用代码 or 注册号 of the one that stays.</param>
/// <param name="Reason">Why: what was compared.</param>
public sealed record MergeBody(string Number, string Kept, string Reason) : ICaseBody
{
    /// <inheritdoc/>
    [JsonIgnore]
    public string? Fault => !CaseText.IsShort(Number) ? "number" : !CaseText.IsShort(Kept) ? "kept" : CaseText.IsLong(Reason) ? null : "reason";
}
