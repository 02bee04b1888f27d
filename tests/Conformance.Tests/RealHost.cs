namespace EntCredit.Conformance.Tests;

/// <summary>What the real in-process host lacks or does otherwise than a Functions host: the one list of it.</summary>
public static class RealHost
{
    private const string Forgets = "it keeps everything in memory and forgets it when it stops";

    /// <summary>By the case's name, why it is not offered there. Each is run there all the same, and must fail.</summary>
    public static IReadOnlyDictionary<string, string> Lacks { get; } = new Dictionary<string, string>
    {
        ["AnyProgram_HostRestartedMeanwhile_SaysTheSame"] = Forgets,
        ["Await_NotDurableAsTheFirstThing_FailsTheInstanceSayingSo"] = "the check is the Functions worker's; without it the instance stays running",
        ["CallSubOrchestrator_IdOfARunningInstance_FailsTheTaskAndLeavesTheInstance"] = "it starts the running instance anew",
        ["GetAllInstances_Tags_AreThere"] = "its listing leaves the tags out",
        ["GetAllInstances_WithoutInputsAndOutputs_HoldsNone"] = "its listing holds them whether asked for or not",
        ["HostRestarted_ActivityThatWasRecorded_IsNotRunAgain"] = Forgets,
        ["HostRestarted_WithATimerOpen_FiresItWhenItIsDue"] = Forgets,
        ["HostRestarted_WithAWaitOpen_GoesOnWithWhatComes"] = Forgets,
        ["PurgeAllInstances_AnyStatus_LeavesTheRunningOnes"] = "it purges running instances too",
        ["PurgeAllInstances_WithoutABeginning_TakesTheOldestToo"] = "it throws where CreatedFrom is not given",
        ["RaiseEvent_ToNobody_IsDiscardedWithoutAWord"] = "it keeps the event for an instance that is started later; a Functions host discards it",
        ["Restart_RunningUnderItsId_IsRefused"] = "it throws another exception, an RpcException",
        ["Schedule_AtATime_IsPendingUntilThenAndKeepsEarlyEvents"] = "it passes the start time by and starts at once",
        ["Schedule_DedupeTerminatedButNotRunning_IsRefused"] = "the rule is the Functions host's",
        ["Schedule_IdOfARunningInstance_IsRefusedByDefault"] = "the default is the Functions host's; here the running instance is started anew",
        ["Terminate_Recursive_TakesTheChildrenAndTheirs"] = "it does not know recursive termination",
        ["Terminate_AChildWithinATrace_FailsTheParentsTask"] = "its tracing throws at a failure without details: the parent waits for ever",
        ["WaitForInstance_Nobody_Throws"] = "it waits for ever",
    };
}
