using EntCredit.Domain.Intake;

namespace EntCredit.Cli.Verbs;

/// <summary>What an upload would come to. The findings lie in the spool.</summary>
/// <param name="File">The file's name.</param>
/// <param name="Item">The item.</param>
/// <param name="Catalogue">The version of the catalogue.</param>
/// <param name="Counts">What became of the rows.</param>
/// <param name="Format">csv, tsv, xlsx, xls, json or jsonl; null where the file was refused.</param>
/// <param name="Encoding">The encoding found, or null.</param>
/// <param name="Mapping">How the header was understood, or null where the file was refused before.</param>
/// <param name="Refusal">Why the file as a whole would be refused, or null.</param>
internal sealed record CheckResult(
    string File, string Item, string Catalogue, ReceiptCounts Counts, string? Format, string? Encoding, HeaderMapping? Mapping, FileRefusal? Refusal);
