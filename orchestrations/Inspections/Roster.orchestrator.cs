using EntCredit.Orchestrations.Cases;

namespace EntCredit.Orchestrations.Inspections;

/// <summary>
/// 执法检查人员有变动的，应当每7个工作日内更新一次本部门执法检查人员名录库 (湘商改〔2016〕7号 第八条, T16): changed, updated.
/// It lives from a change to the update that brings it in, and begins again with the next change.
/// </summary>
public static class RosterOrchestrator
{
    /// <summary>The function's name.</summary>
    public const string Name = "Roster";

    /// <summary>Runs it. Input: <see cref="CaseInput"/>. Instance: <see cref="Instances.OfRoster"/>.</summary>
    [Function(Name)]
    public static Task RunAsync([OrchestrationTrigger] TaskOrchestrationContext context) => CaseClock.KeepAsync(context);
}
