namespace EntCredit.LocalRuntime.Durable.Engine.History;

/// <summary>What can arrive at an instance. The numbers are stored.</summary>
internal enum MessageKind
{
    EventRaised = 1,
    TaskCompleted = 2,
    TaskFailed = 3,
    TimerFired = 4,
    SubOrchestrationCompleted = 5,
    SubOrchestrationFailed = 6,
    Suspended = 7,
    Resumed = 8,
    Terminated = 9,
}
