namespace EntCredit.Domain.Departments;

/// <summary>What a department or another participant is entitled and bound to. One may have several.</summary>
public enum DepartmentRole
{
    /// <summary>信息提供单位: 谁产生、谁提供、谁负责.</summary>
    Provider,

    /// <summary>登记机关: registers enterprises and tells the approvers (双告知).</summary>
    Registrar,

    /// <summary>市场监督管理 (工商) 部门: publishes, and carries out suspensions and corrections.</summary>
    MarketSupervision,

    /// <summary>审批、备案或行业主管部门: owes the answers of 双反馈 and 双跟踪.</summary>
    Approver,

    /// <summary>平台运行管理部门: runs the platform and the system.</summary>
    Operator,

    /// <summary>司法机关.</summary>
    Court,

    /// <summary>金融机构.</summary>
    Bank,

    /// <summary>审计、督查部门: sees what was owed and kept, changes nothing.</summary>
    Auditor,
}
