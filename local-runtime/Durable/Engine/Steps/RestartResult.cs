namespace EntCredit.LocalRuntime.Durable.Engine.Steps;

/// <summary>How a restart went.</summary>
internal enum RestartResult
{
    Restarted,
    NotFound,
    NotEnded,
}
