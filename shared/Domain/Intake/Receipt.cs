namespace EntCredit.Domain.Intake;

/// <summary>What a department is told of one upload. The refused rows follow it as a stream.</summary>
/// <param name="Batch">The batch's id.</param>
/// <param name="Department">The department's id.</param>
/// <param name="Item">The item's code.</param>
/// <param name="ItemName">The item's Chinese name.</param>
/// <param name="CatalogueVersion">The catalogue that the rows were read by.</param>
/// <param name="File">The file's name.</param>
/// <param name="ContentSha256">SHA-256 of the file's bytes, lower-case hexadecimal.</param>
/// <param name="ReceivedAt">When it reached storage.</param>
/// <param name="Counts">What became of its rows.</param>
/// <param name="Mapping">How its header was understood, or null where it was refused before.</param>
/// <param name="Warnings">What was doubtful, by code and column, in that order.</param>
/// <param name="Refusal">Why the file as a whole was refused, or null.</param>
public sealed record Receipt(
    string Batch,
    string Department,
    string Item,
    string ItemName,
    string CatalogueVersion,
    string File,
    string ContentSha256,
    DateTimeOffset ReceivedAt,
    ReceiptCounts Counts,
    HeaderMapping? Mapping,
    IReadOnlyList<WarningCount> Warnings,
    FileRefusal? Refusal);
