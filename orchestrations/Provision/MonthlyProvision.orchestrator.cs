using EntCredit.Orchestrations.Cases;

namespace EntCredit.Orchestrations.Provision;

/// <summary>
/// 于每月5日前……向工商部门提供 (渝府办发〔2016〕170号 三(二), T6); 由市工商局每月加载到国家公示系统对外公开 (三(三), T7): expected, given, loaded.
/// Giving it begins the duty to load it.
/// </summary>
public static class MonthlyProvisionOrchestrator
{
    /// <summary>The function's name.</summary>
    public const string Name = "MonthlyProvision";

    /// <summary>Runs it. Input: <see cref="CaseInput"/>. Instance: <see cref="Instances.OfProvision"/>.</summary>
    [Function(Name)]
    public static Task RunAsync([OrchestrationTrigger] TaskOrchestrationContext context) => CaseClock.KeepAsync(context);
}
