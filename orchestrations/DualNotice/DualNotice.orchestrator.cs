using EntCredit.Orchestrations.Cases;

namespace EntCredit.Orchestrations.DualNotice;

/// <summary>
/// 双告知、双反馈、双跟踪 (界政办〔2020〕5号 五(三)): 自推送企业登记信息起5个工作日内认领下载并反馈接收情况 (T9); 办结起7个工作日内将相关信息反馈 (T10);
/// 对尚未办理的企业60天内至少实施1次实地检查 (T11). Whichever ends first is waited for; who never claims is bound to look from the day on which the
/// claim fell due (A31), so that noting one duty may begin the next.
/// </summary>
public static class DualNoticeOrchestrator
{
    /// <summary>The function's name.</summary>
    public const string Name = "DualNotice";

    /// <summary>Runs it. Input: <see cref="CaseInput"/>. Instance: <see cref="Instances.OfNotice"/>.</summary>
    [Function(Name)]
    public static Task RunAsync([OrchestrationTrigger] TaskOrchestrationContext context) => CaseClock.KeepAsync(context);
}
