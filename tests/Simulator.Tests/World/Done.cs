namespace EntCredit.Simulator.Tests.World;

/// <summary>What came of a command.</summary>
/// <param name="Events">How many facts followed.</param>
/// <param name="Error">The number of the error, or null.</param>
public sealed record Done(int Events, string? Error);
