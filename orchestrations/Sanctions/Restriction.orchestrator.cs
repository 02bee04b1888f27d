using EntCredit.Orchestrations.Cases;

namespace EntCredit.Orchestrations.Sanctions;

/// <summary>
/// 使用省部门协同监管平台于做出限制决定之日起15个工作日内反馈执行限制情况 (湘商改〔2016〕7号 第九条, T13): decided, fed back.
/// The receipt of a sanction does not start it (A20).
/// </summary>
public static class RestrictionOrchestrator
{
    /// <summary>The function's name.</summary>
    public const string Name = "Restriction";

    /// <summary>Runs it. Input: <see cref="CaseInput"/>. Instance: <see cref="Instances.OfRestriction"/>.</summary>
    [Function(Name)]
    public static Task RunAsync([OrchestrationTrigger] TaskOrchestrationContext context) => CaseClock.KeepAsync(context);
}
