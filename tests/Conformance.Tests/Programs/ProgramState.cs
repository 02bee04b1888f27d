namespace EntCredit.Conformance.Tests.Programs;

/// <summary>The input of a program's orchestrator.</summary>
/// <param name="Said">What it has said so far.</param>
/// <param name="Rest">The steps that are left.</param>
internal sealed record ProgramState(string Said, IReadOnlyList<Op> Rest);
