namespace EntCredit.LocalRuntime.Durable.Exceptions;

/// <summary>The code of an orchestrator asked for something else than its history holds; its instance fails with this.</summary>
public class NonDeterministicOrchestrationException : Exception
{
    /// <summary>Without a message.</summary>
    public NonDeterministicOrchestrationException()
    {
    }

    /// <summary>With a message: the history's event, and what the code asked for instead.</summary>
    public NonDeterministicOrchestrationException(string message) : base("Non-Deterministic workflow detected: " + message)
    {
    }

    /// <summary>With a message and a cause.</summary>
    public NonDeterministicOrchestrationException(string message, Exception innerException) : base(message, innerException)
    {
    }
}
