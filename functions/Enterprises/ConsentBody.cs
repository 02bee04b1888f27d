using System.Text.Json.Serialization;
using EntCredit.Domain.Subjects;
using EntCredit.Functions.Cases;
using EntCredit.Orchestrations.Cases;

namespace EntCredit.Functions.Enterprises;

/// <summary>An application that is consented to.</summary>
/// <param name="Enterprise">统一社会信用代码, or a registration number.</param>
/// <param name="To">The department that applied.</param>
/// <param name="Purpose">The duty that it serves, in Chinese.</param>
/// <param name="Notice">The number of the written consent.</param>
/// <param name="Until">The last day on which it holds.</param>
public sealed record ConsentBody(string Enterprise, string To, string Purpose, string Notice, DateOnly Until) : ICaseBody
{
    /// <inheritdoc/>
    [JsonIgnore]
    public string? Fault => CaseSubjects.NumberOf(Enterprise) is null ? "enterprise：统一社会信用代码或注册号"
        : !CaseText.IsShort(To) ? "to"
        : !CaseText.IsLong(Purpose) || PersonId.MaskIn(Purpose) != Purpose ? "purpose"
        : !CaseText.IsShort(Notice) ? "notice"
        : null;
}
