using System.Collections.Immutable;
using System.Text.Json.Serialization;

namespace EntCredit.Domain.Intake;

/// <summary>What a row says about its own standing.</summary>
public enum ContentStatus
{
    /// <summary>有效, 正常.</summary>
    Valid,

    /// <summary>撤销, 无效: the provider takes it back.</summary>
    Revoked,
}

/// <summary>使用范围: who may see it, as the provider declares.</summary>
public enum UseScope
{
    /// <summary>0 公示.</summary>
    Public,

    /// <summary>1 仅政府部门内部共享.</summary>
    GovernmentOnly,

    /// <summary>2 仅授权查询.</summary>
    OnAuthorization,
}

/// <summary>A row after validation: normalised text by field code, and what the rules need to know of it.</summary>
/// <param name="Item">The resource catalogue's item code.</param>
/// <param name="Fields">Normalised values that may be shown where the record may be shown, by field code, in catalogue order; empty values are absent.</param>
/// <param name="Personal">Values that concern a natural person (identity numbers): never public, by field code, in catalogue order.</param>
/// <param name="Subject">Whom it concerns.</param>
/// <param name="DocumentNumber">决定书文号 or the item's own number, or null where the item has none.</param>
/// <param name="GeneratedOn">信息产生之日 (A5: as supplied, else the day of decision), or null where the row does not say it legibly.</param>
/// <param name="Status">Whether the provider still stands by it.</param>
/// <param name="Scope">Who may see it.</param>
/// <param name="SecrecyReviewed">True or false where a column declares the secrecy review done or not; null where none does.</param>
/// <param name="Procedure">适用程序 of a penalty ("一般程序", "简易程序"), or null.</param>
/// <param name="Mends">The record id of the refused row that this one mends, where the row says it, or null.</param>
public sealed record RecordContent(
    string Item,
    IReadOnlyDictionary<string, string> Fields,
    IReadOnlyDictionary<string, string> Personal,
    SubjectKey Subject,
    string? DocumentNumber,
    DateOnly? GeneratedOn,
    ContentStatus Status,
    UseScope Scope,
    bool? SecrecyReviewed,
    string? Procedure,
    string? Mends)
{
    /// <summary>The day on which the local authority received what arose outside its jurisdiction (A32), or null where the row does not say so.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public DateOnly? ReceivedOn { get; init; }

    /// <summary>The same without what concerns a natural person: what an event holds in the open.</summary>
    public RecordContent WithoutPersonal() => this with { Personal = ImmutableDictionary<string, string>.Empty };
}
