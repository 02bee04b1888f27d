using EntCredit.Domain.Sanctions;
using EntCredit.Functions.Cases;
using EntCredit.Functions.Records;
using EntCredit.Stores.Views;

namespace EntCredit.Functions.Sanctions;

/// <summary>A sanction: in every department, or a department's own share of it.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Enterprise">Whom it is about.</param>
/// <param name="List">The list that it comes from.</param>
/// <param name="Cause">The cause's code.</param>
/// <param name="Initiator">发起部门.</param>
/// <param name="InitiatedAt">When it was started.</param>
/// <param name="LiftedAt">When it was lifted, or null.</param>
/// <param name="Deliveries">How far it has come in each department that the reader may see.</param>
/// <param name="Version">The version of this document: its ETag.</param>
public sealed record SanctionDocument(
    string Id,
    KnownEnterprise Enterprise,
    string List,
    string Cause,
    DepartmentDocument Initiator,
    DateTimeOffset InitiatedAt,
    DateTimeOffset? LiftedAt,
    IReadOnlyList<DeliveryDocument> Deliveries,
    long Version);

/// <summary>How far a sanction has come in one department.</summary>
/// <param name="Department">实施部门.</param>
/// <param name="Phase">Where it stands.</param>
/// <param name="PushedAt">When it was pushed.</param>
/// <param name="ReceivedAt">When it was received, or null.</param>
/// <param name="Applied">The digest of the result that was fed back last, or null.</param>
/// <param name="Duties">What the department owes or owed, with due days.</param>
public sealed record DeliveryDocument(
    DepartmentDocument Department,
    DeliveryPhase Phase,
    DateTimeOffset? PushedAt,
    DateTimeOffset? ReceivedAt,
    string? Applied,
    IReadOnlyList<DutyDocument> Duties);

/// <summary>A restricting decision.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Enterprise">Whom it is about.</param>
/// <param name="List">The list that it rests on.</param>
/// <param name="Cause">The cause's code.</param>
/// <param name="Sanction">The sanction that it follows, or null.</param>
/// <param name="Department">Who decided.</param>
/// <param name="DecidedOn">做出限制决定之日.</param>
/// <param name="Measure">The measure's code.</param>
/// <param name="Phase">Where it stands.</param>
/// <param name="FedBackAt">When it was fed back, or null.</param>
/// <param name="Feedback">The digest of the feedback, or null.</param>
/// <param name="Duties">What is or was owed, with due days.</param>
/// <param name="Version">The version of this document: its ETag.</param>
public sealed record RestrictionDocument(
    string Id,
    KnownEnterprise Enterprise,
    string List,
    string Cause,
    string? Sanction,
    DepartmentDocument Department,
    DateOnly DecidedOn,
    string Measure,
    RestrictionPhase Phase,
    DateTimeOffset? FedBackAt,
    string? Feedback,
    IReadOnlyList<DutyDocument> Duties,
    long Version);
