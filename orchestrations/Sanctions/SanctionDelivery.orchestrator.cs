using EntCredit.Orchestrations.Cases;

namespace EntCredit.Orchestrations.Sanctions;

/// <summary>
/// 联合惩戒发起部门将联合惩戒信息推送至监管平台后，相关实施部门须在3个工作日内接收下载 (界政办〔2020〕5号 五(六), T12): pushed, received.
/// One for each department: whether another received it changes nothing here.
/// </summary>
public static class SanctionDeliveryOrchestrator
{
    /// <summary>The function's name.</summary>
    public const string Name = "SanctionDelivery";

    /// <summary>Runs it. Input: <see cref="CaseInput"/>. Instance: <see cref="Instances.OfSanctionDelivery"/>.</summary>
    [Function(Name)]
    public static Task RunAsync([OrchestrationTrigger] TaskOrchestrationContext context) => CaseClock.KeepAsync(context);
}
