using System.Text.Json.Serialization;
using EntCredit.Domain.Sanctions;
using EntCredit.Functions.Cases;
using EntCredit.Orchestrations.Cases;

namespace EntCredit.Functions.Sanctions;

/// <summary>A sanction to start.</summary>
/// <param name="Enterprise">统一社会信用代码, or a registration number.</param>
/// <param name="List">The list that it comes from, e.g. 失信被执行人.</param>
/// <param name="Cause">The cause's code.</param>
/// <param name="Implementers">相关实施部门.</param>
/// <param name="Persons">责任人员, where the profile covers them.</param>
public sealed record InitiateBody(
    string Enterprise, string List, string Cause, IReadOnlyList<string> Implementers, IReadOnlyList<PersonBody>? Persons = null) : ICaseBody
{
    /// <inheritdoc/>
    [JsonIgnore]
    public string? Fault => CaseSubjects.NumberOf(Enterprise) is null ? "enterprise：统一社会信用代码或注册号"
        : !CaseText.IsShort(List) ? "list"
        : !CaseText.IsShort(Cause) ? "cause"
        : !CaseText.AreShort(Implementers) ? "implementers"
        : PersonBody.FaultOf(Persons);
}

/// <summary>责任人员.</summary>
/// <param name="Name">The name.</param>
/// <param name="IdNumber">The number of the identity document; a foreigner has no citizen's number.</param>
/// <param name="Post">What they are in the enterprise, e.g. 法定代表人.</param>
public sealed record PersonBody(string Name, string IdNumber, string Post)
{
    /// <summary>The person as the ledger keeps it.</summary>
    [JsonIgnore]
    public ResponsiblePerson Person => new(Name.Trim(), IdNumber.Trim().ToUpperInvariant(), Post.Trim());

    /// <summary>What is wrong with a list of persons, or null.</summary>
    public static string? FaultOf(IReadOnlyList<PersonBody>? persons) =>
        persons is null || (persons.Count <= CaseText.Many && persons.All(person => person is { } one && one.IsUsable)) ? null : "persons";

    private bool IsUsable => CaseText.IsShort(Name) && CaseText.IsShort(Post) && CaseText.IsShort(IdNumber);
}

/// <summary>Further departments to push a sanction to.</summary>
/// <param name="Implementers">相关实施部门.</param>
public sealed record ExtendBody(IReadOnlyList<string> Implementers) : ICaseBody
{
    /// <inheritdoc/>
    [JsonIgnore]
    public string? Fault => CaseText.AreShort(Implementers) ? null : "implementers";
}

/// <summary>A restricting decision.</summary>
/// <param name="DecidedOn">做出限制决定之日.</param>
/// <param name="Measure">The measure's code.</param>
/// <param name="Sanction">The sanction that it follows, or null.</param>
/// <param name="Enterprise">The enterprise, where it follows no sanction.</param>
/// <param name="List">The list that it rests on, where it follows no sanction.</param>
/// <param name="Cause">The cause's code, where it follows no sanction.</param>
/// <param name="Persons">责任人员 who are restricted too.</param>
public sealed record RestrictBody(
    DateOnly DecidedOn,
    string Measure,
    string? Sanction = null,
    string? Enterprise = null,
    string? List = null,
    string? Cause = null,
    IReadOnlyList<PersonBody>? Persons = null) : ICaseBody
{
    /// <inheritdoc/>
    [JsonIgnore]
    public string? Fault => !CaseText.IsShort(Measure) ? "measure"
        : PersonBody.FaultOf(Persons) is { } persons ? persons
        : Sanction is not null ? (CaseIds.IsId(Sanction) && Enterprise is null && List is null && Cause is null ? null : "sanction")
        : CaseSubjects.NumberOf(Enterprise) is null ? "enterprise：统一社会信用代码或注册号"
        : !CaseText.IsShort(List) ? "list"
        : CaseText.IsShort(Cause) ? null : "cause";
}
