namespace EntCredit.Domain.Intake;

/// <summary>What became of a file's rows: Rows = Accepted + Refused + Duplicates.</summary>
/// <param name="Rows">All rows below the header.</param>
/// <param name="Accepted">Rows taken as records, new or corrected; with the warned and mending ones among them.</param>
/// <param name="Refused">Rows refused.</param>
/// <param name="Duplicates">Rows whose content was there already, in the file or in the ledger.</param>
/// <param name="Warned">Accepted rows with at least one warning.</param>
/// <param name="Mended">Accepted rows that mend a row refused earlier.</param>
public sealed record ReceiptCounts(long Rows, long Accepted, long Refused, long Duplicates, long Warned, long Mended);
