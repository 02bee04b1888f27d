using EntCredit.Orchestrations.Cases;

namespace EntCredit.Orchestrations.Corrections;

/// <summary>
/// 各部门提供的数据出现错误的，应当在发现之日起3个工作日内，书面报请省部门协同监管平台运行管理部门予以更正 (湘商改〔2016〕7号 第十八条, T15):
/// discovered, or reported and confirmed; asked for in writing; carried out.
/// </summary>
public static class CorrectionOrchestrator
{
    /// <summary>The function's name.</summary>
    public const string Name = "Correction";

    /// <summary>Runs it. Input: <see cref="CaseInput"/>. Instance: <see cref="Instances.OfCorrection"/>.</summary>
    [Function(Name)]
    public static Task RunAsync([OrchestrationTrigger] TaskOrchestrationContext context) => CaseClock.KeepAsync(context);
}
