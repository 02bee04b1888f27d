namespace EntCredit.Conformance.Tests.Programs;

/// <summary>One step of an orchestrator that is made at random; what it says is known without any engine.</summary>
/// <param name="Kind">What it does.</param>
/// <param name="Number">Its number in the program: what its activity squares, which event it waits for.</param>
/// <param name="Parts">The steps that it runs at once, or in a sub-orchestration.</param>
internal sealed record Op(OpKind Kind, int Number, IReadOnlyList<Op>? Parts = null);
