namespace EntCredit.Stores.Audit;

/// <summary>An access to what is not public. Ids only: no content, and no natural person's number.</summary>
/// <param name="At">When, by the machine's clock.</param>
/// <param name="Department">Who.</param>
/// <param name="Function">The HTTP function.</param>
/// <param name="Route">Method and route template.</param>
/// <param name="About">The route's values, e.g. <c>id=20200706-1</c>; empty where it has none.</param>
/// <param name="Owners">Whose things were reached beyond the caller's own, as <c>department@jurisdiction</c>; empty where none.</param>
/// <param name="Purpose">What for, as the caller says (界政办〔2020〕5号 五(八)), or null.</param>
/// <param name="Status">The answer's HTTP status; 0 for the beginning of what changes something.</param>
/// <param name="Trace">The request's trace id, or null.</param>
public sealed record AuditEntry(
    DateTimeOffset At,
    string Department,
    string Function,
    string Route,
    string About,
    string Owners,
    string? Purpose,
    int Status,
    string? Trace);
