namespace EntCredit.Stores.Audit;

/// <summary>Which entries are asked for, newest first.</summary>
/// <param name="Departments">Of these callers, or null for all.</param>
/// <param name="Day">Of this day in Asia/Shanghai, or null for all.</param>
/// <param name="Before">Older than this number, or null: the cursor.</param>
/// <param name="Limit">At most so many.</param>
public sealed record AuditQuery(IReadOnlyCollection<string>? Departments, DateOnly? Day, long? Before, int Limit);
