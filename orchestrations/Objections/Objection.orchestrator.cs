using EntCredit.Orchestrations.Cases;

namespace EntCredit.Orchestrations.Objections;

/// <summary>
/// 信息提供单位自收到异议申请之日起20个工作日内完成核查，并将结果告知异议申请人 (界政办〔2020〕5号 五(七), T14): received, verified, told.
/// The period starts at the provider's receipt (A9) and a suspension does not stop it (A7); where the document sets no number (湘商改〔2016〕7号
/// 第十八条) nobody owes a day, and nothing is waited for.
/// </summary>
public static class ObjectionOrchestrator
{
    /// <summary>The function's name.</summary>
    public const string Name = "Objection";

    /// <summary>Runs it. Input: <see cref="CaseInput"/>. Instance: <see cref="Instances.OfObjection"/>.</summary>
    [Function(Name)]
    public static Task RunAsync([OrchestrationTrigger] TaskOrchestrationContext context) => CaseClock.KeepAsync(context);
}
