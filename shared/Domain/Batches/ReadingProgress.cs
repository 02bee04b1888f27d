namespace EntCredit.Domain.Batches;

/// <summary>How far the reading of a file has come: no fact, only told while it lasts.</summary>
/// <param name="Bytes">Bytes read; of an archive, of what it holds.</param>
/// <param name="Rows">Rows found.</param>
/// <param name="StartedAt">When the reading began (machine time).</param>
/// <param name="At">When this was so (machine time).</param>
public sealed record ReadingProgress(long Bytes, int Rows, DateTimeOffset StartedAt, DateTimeOffset At);
