namespace EntCredit.Domain.DualNotice;

/// <summary>How an approval or filing ended (办结).</summary>
public enum ApprovalOutcome
{
    /// <summary>准予许可.</summary>
    Granted,

    /// <summary>完成备案.</summary>
    Filed,

    /// <summary>不予许可.</summary>
    Refused,
}
