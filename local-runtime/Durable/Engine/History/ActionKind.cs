namespace EntCredit.LocalRuntime.Durable.Engine.History;

/// <summary>What an orchestrator can ask for. The numbers are stored.</summary>
internal enum ActionKind
{
    Activity = 1,
    Timer = 2,
    SubOrchestration = 3,
    Event = 4,
}
