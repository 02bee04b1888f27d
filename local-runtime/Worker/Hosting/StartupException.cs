namespace EntCredit.LocalRuntime.Worker.Hosting;

/// <summary>The host cannot start. The message says in full what to change; there is nothing in the stack trace.</summary>
public sealed class StartupException(string message, Exception? inner = null) : Exception(message, inner);
