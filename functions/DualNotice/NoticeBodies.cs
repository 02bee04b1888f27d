using System.Text.Json.Serialization;
using EntCredit.Domain.DualNotice;
using EntCredit.Functions.Cases;
using EntCredit.Orchestrations.Cases;

namespace EntCredit.Functions.DualNotice;

/// <summary>A registration that an approver must know of. At least one of telling, pushing and opening is asked for; pushing and opening exclude each other.</summary>
/// <param name="Enterprise">统一社会信用代码, or a registration number.</param>
/// <param name="Record">The registration's record.</param>
/// <param name="ApprovalItem">The item of the catalogue of 后置审批事项, or null where none is clear.</param>
/// <param name="TellApplicant">Whether the applicant was told.</param>
/// <param name="Commitment">The digest of the applicant's written commitment, or null.</param>
/// <param name="PushTo">The approver to push it to, or null.</param>
/// <param name="Open">Whether it is laid out for claiming.</param>
public sealed record BeginNoticeBody(
    string Enterprise,
    string Record,
    string? ApprovalItem = null,
    bool TellApplicant = false,
    string? Commitment = null,
    string? PushTo = null,
    bool Open = false) : ICaseBody
{
    /// <inheritdoc/>
    [JsonIgnore]
    public string? Fault => CaseSubjects.NumberOf(Enterprise) is null ? "enterprise：统一社会信用代码或注册号"
        : !CaseText.IsShort(Record) ? "record"
        : ApprovalItem is not null && !CaseText.IsShort(ApprovalItem) ? "approvalItem"
        : Commitment is not null && !CaseText.IsDigest(Commitment) ? "commitment：SHA-256"
        : PushTo is not null && (Open || !CaseText.IsShort(PushTo)) ? "pushTo"
        : TellApplicant || PushTo is not null || Open ? null : "tellApplicant、pushTo、open";

    /// <summary>What it asks for, in its order.</summary>
    public IReadOnlyList<NoticeCommand> Commands(DateTimeOffset at, Registration about)
    {
        List<NoticeCommand> commands = [];
        if (TellApplicant) commands.Add(new NoticeCommand.TellApplicant(at, about, about.Registrar, Commitment));
        if (PushTo is { } approver) commands.Add(new NoticeCommand.Push(at, about, about.Registrar, approver));
        if (Open) commands.Add(new NoticeCommand.Publish(at, about, about.Registrar));
        return commands;
    }
}

/// <summary>That the applicant was told.</summary>
/// <param name="Commitment">The digest of the applicant's written commitment, or null.</param>
public sealed record TellBody(string? Commitment = null) : ICaseBody
{
    /// <inheritdoc/>
    [JsonIgnore]
    public string? Fault => Commitment is null || CaseText.IsDigest(Commitment) ? null : "commitment：SHA-256";
}

/// <summary>An approver.</summary>
/// <param name="Approver">审批或行业主管部门.</param>
public sealed record ApproverBody(string Approver) : ICaseBody
{
    /// <inheritdoc/>
    [JsonIgnore]
    public string? Fault => CaseText.IsShort(Approver) ? null : "approver";
}

/// <summary>An approval or filing that ended (办结).</summary>
/// <param name="CompletedOn">The day.</param>
/// <param name="Outcome">How.</param>
public sealed record CompleteBody(DateOnly CompletedOn, ApprovalOutcome Outcome) : ICaseBody
{
    /// <inheritdoc/>
    [JsonIgnore]
    public string? Fault => Enum.IsDefined(Outcome) ? null : "outcome";
}

/// <summary>An on-site check.</summary>
/// <param name="CheckedOn">The day.</param>
/// <param name="Result">What was found, in words; the ledger keeps its digest.</param>
public sealed record CheckBody(DateOnly CheckedOn, string Result) : ICaseBody
{
    /// <inheritdoc/>
    [JsonIgnore]
    public string? Fault => CaseText.IsLong(Result) ? null : "result";
}
