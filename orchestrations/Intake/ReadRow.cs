using EntCredit.Domain.Intake;
using EntCredit.Domain.Records;

namespace EntCredit.Orchestrations.Intake;

/// <summary>A row with all that can be said of it before the ledger is asked.</summary>
/// <param name="Row">The row as it came.</param>
/// <param name="Reading">What was understood.</param>
/// <param name="Keys">By what it finds its records.</param>
public sealed record ReadRow(SourceRow Row, RowReading Reading, RowKeys Keys);
