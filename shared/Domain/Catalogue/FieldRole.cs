namespace EntCredit.Domain.Catalogue;

/// <summary>What the rules need a field for.</summary>
public enum FieldRole
{
    /// <summary>Nothing: it is only kept and shown.</summary>
    None,

    /// <summary>The name of whom the row concerns.</summary>
    SubjectName,

    /// <summary>统一社会信用代码 of whom the row concerns.</summary>
    CreditCode,

    /// <summary>工商注册号 of whom the row concerns.</summary>
    RegistrationNumber,

    /// <summary>组织机构代码 of whom the row concerns: an alias where nothing better is given.</summary>
    OrganizationCode,

    /// <summary>自然人, 法人, 非法人组织, 个体工商户.</summary>
    SubjectKind,

    /// <summary>决定书文号.</summary>
    DocumentNumber,

    /// <summary>决定日期; of a register entry 注册日期.</summary>
    DecidedOn,

    /// <summary>信息产生之日 as the department supplies it (A5).</summary>
    GeneratedOn,

    /// <summary>收到日期: when the local authority received what arose outside the jurisdiction (A32).</summary>
    ReceivedOn,

    /// <summary>核准日期, 移出日期: the day of the latest change of what was decided; the information arose then, where no column says otherwise (A5).</summary>
    ChangedOn,

    /// <summary>注销日期: the day on which it ended; later than any change.</summary>
    EndedOn,

    /// <summary>有效期自.</summary>
    ValidFrom,

    /// <summary>有效期至.</summary>
    ValidUntil,

    /// <summary>公示截止期.</summary>
    PublishUntil,

    /// <summary>数据更新时间戳.</summary>
    UpdatedOn,

    /// <summary>Whether the provider stands by the record.</summary>
    Status,

    /// <summary>使用范围.</summary>
    Scope,

    /// <summary>保密审查: whether it is done.</summary>
    SecrecyReview,

    /// <summary>适用程序 of a penalty.</summary>
    Procedure,

    /// <summary>The department that decided.</summary>
    Authority,

    /// <summary>住所 of an enterprise by the register: the public searches by it.</summary>
    Address,

    /// <summary>The region in which the register has an enterprise: the public searches by it.</summary>
    Region,

    /// <summary>记录编号: the record id of the refused row that this row mends.</summary>
    Mends,

    /// <summary>A column of a receipt that comes back with the mended rows; never read.</summary>
    ReceiptColumn,
}
