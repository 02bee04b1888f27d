namespace EntCredit.LocalRuntime.Tests.Durable.Stores;

/// <summary>How a turn ends. From <see cref="Completes"/> on the instance has ended.</summary>
internal enum TurnEnd
{
    Waits,
    Suspends,
    Continues,
    Completes,
    Fails,
    Terminates,
}
