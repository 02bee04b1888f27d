using EntCredit.Domain.Records;
using EntCredit.Functions.Public;
using EntCredit.Functions.Records;

namespace EntCredit.Functions.Enterprises;

/// <summary>What is collected under an enterprise's name, as far as the caller may see it.</summary>
/// <param name="Name">Its name by the register, or null.</param>
/// <param name="CreditCode">统一社会信用代码, or null.</param>
/// <param name="RegistrationNumber">注册号, or null.</param>
/// <param name="Address">住所 by the register, or null.</param>
/// <param name="FormerNames">曾用名; newest first.</param>
/// <param name="OtherNumbers">Further numbers that lead to it.</param>
/// <param name="Records">Its records, newest first.</param>
/// <param name="Suspended">What an objection hides from the caller: a mark and no content.</param>
/// <param name="Refused">Rows about it that were refused and not mended yet: the caller's own, or of its jurisdiction for who supervises; on the first page.</param>
/// <param name="Cases">Objections, corrections, sanctions, restrictions and notices about it, for who supervises, on the first page; null for others.</param>
/// <param name="Use">What the caller must keep to, with its article.</param>
/// <param name="Next">The cursor of the next page, or null.</param>
public sealed record EnterpriseFileDocument(
    string? Name,
    string? CreditCode,
    string? RegistrationNumber,
    string? Address,
    IReadOnlyList<string> FormerNames,
    IReadOnlyList<string> OtherNumbers,
    IReadOnlyList<FiledRecordDocument> Records,
    IReadOnlyList<SuspendedMark> Suspended,
    IReadOnlyList<FiledRecordDocument> Refused,
    IReadOnlyList<FiledCase>? Cases,
    IReadOnlyList<UseTerm> Use,
    string? Next);

/// <summary>A record as a department sees it.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Item">The catalogue item's code.</param>
/// <param name="ItemName">Its Chinese name.</param>
/// <param name="Category">The document's name for what it is, e.g. 适用简易程序作出的行政处罚信息.</param>
/// <param name="Basis">The article by which it is published or shared.</param>
/// <param name="Public">Whether the public reads it; what is not public may not be published (P4).</param>
/// <param name="Provider">The department that provides it and answers for it.</param>
/// <param name="Jurisdiction">The profile that it follows.</param>
/// <param name="Phase">Where it stands; null for who sees its content alone.</param>
/// <param name="GeneratedOn">信息产生之日, or null where it is not legible.</param>
/// <param name="CollectedOn">The legal day of its collection, or null.</param>
/// <param name="PublishedOn">The legal day of its publication, or null.</param>
/// <param name="CorrectedOn">The legal day of its last correction, or null.</param>
/// <param name="CorrectedBy">Who corrected it, or null.</param>
/// <param name="HiddenSince">Since when it is hidden, or null.</param>
/// <param name="ObjectionMark">What stands beside it while an objection to it is verified, or null.</param>
/// <param name="Fields">What it says, without what concerns natural persons; null for who sees its state alone.</param>
/// <param name="Duties">What is or was owed about it; null for who sees its content alone.</param>
public sealed record FiledRecordDocument(
    string Id,
    string Item,
    string ItemName,
    string Category,
    string Basis,
    bool Public,
    string Provider,
    string Jurisdiction,
    RecordPhase? Phase,
    DateOnly? GeneratedOn,
    DateOnly? CollectedOn,
    DateOnly? PublishedOn,
    DateOnly? CorrectedOn,
    string? CorrectedBy,
    DateOnly? HiddenSince,
    string? ObjectionMark,
    IReadOnlyList<PublishedField>? Fields,
    IReadOnlyList<DutyDocument>? Duties);

/// <summary>What a department must keep to in using what it reads.</summary>
/// <param name="Text">In Chinese.</param>
/// <param name="Source">The article; 文件未作规定 where the document is silent.</param>
public sealed record UseTerm(string Text, string Source);

/// <summary>A case about the enterprise.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="Id">Its stream: its kind and number.</param>
/// <param name="Phase">Where it stands.</param>
/// <param name="Departments">Who has to do with it.</param>
/// <param name="History">What has happened in it.</param>
/// <param name="Duties">What is or was owed in it.</param>
public sealed record FiledCase(
    string Kind, string Id, string Phase, IReadOnlyList<string> Departments, IReadOnlyList<HappeningDocument> History, IReadOnlyList<DutyDocument> Duties);
