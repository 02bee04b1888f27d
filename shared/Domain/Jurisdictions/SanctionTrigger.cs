namespace EntCredit.Domain.Jurisdictions;

/// <summary>How an entry on a list becomes a joint sanction (L3, L4).</summary>
public enum SanctionTrigger
{
    /// <summary>Departments fetch the lists (及时下载, 获取) and restrict of their own: nothing is pushed.</summary>
    Fetched,

    /// <summary>Who put the subject on the list is asked to start it: 联合惩戒发起部门将联合惩戒信息推送至监管平台.</summary>
    Proposed,

    /// <summary>It starts of itself: 运用信息化手段建立联合惩戒触发反馈机制.</summary>
    Automatic,
}
