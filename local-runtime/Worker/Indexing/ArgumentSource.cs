using EntCredit.LocalRuntime.Worker.Invocation;

namespace EntCredit.LocalRuntime.Worker.Indexing;

/// <summary>Gives the argument of one parameter for one run.</summary>
internal delegate object? ArgumentSource(RunContext context);
