namespace EntCredit.LocalRuntime.Worker.Admin;

/// <summary>The body of a request to move legal time.</summary>
/// <param name="To">Where to, ISO 8601.</param>
internal sealed record ClockMove(string? To);
