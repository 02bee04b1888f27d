namespace EntCredit.Domain.Jurisdictions;

/// <summary>What departments may do with collected information of others (P4, P5).</summary>
/// <param name="PurposeRecorded">Whether a query names the duty that it serves.</param>
/// <param name="RepublicationForbidden">Whether what the publicity system does not show may not be made public by others (不得擅自向社会公布).</param>
/// <param name="ApprovalBeyond">Whether information that is not shared, or from outside the jurisdiction, needs an application and consent.</param>
/// <param name="Source">The article; inferred where the document is silent.</param>
public sealed record SharingRule(bool PurposeRecorded, bool RepublicationForbidden, bool ApprovalBeyond, Citation Source);
