using EntCredit.Domain.Errors;

namespace EntCredit.Domain.Departments;

/// <summary>EC5201–EC5299: what can be wrong in a departments file beside the general errors of data files.</summary>
public static class DepartmentErrors
{
    /// <summary>A role that the jurisdiction's document does not let take part.</summary>
    public static readonly ErrorDefinition RoleNotHere = new(
        "EC5201", "Role not in this jurisdiction", "角色“{0}”不在 {1} 的参与单位之列；允许：{2}", "删去该角色，或在辖区文件 participants.roles 中列明", 500);

    /// <summary>Nobody would publish.</summary>
    public static readonly ErrorDefinition NobodyPublishes = new(
        "EC5202", "No market supervision in a jurisdiction", "辖区“{0}”没有市场监管部门；允许：至少一个 marketSupervision", "为该辖区列明市场监管部门", 500);

    /// <summary>A public key that no signature can be checked with.</summary>
    public static readonly ErrorDefinition SigningKey = new(
        "EC5203",
        "Public key cannot be used",
        "签名公钥“{0}”不能使用；允许：Base64 的 SubjectPublicKeyInfo，ECDSA P-256，或 2048 至 4096 位 RSA（暂不支持 SM2）",
        "用 openssl pkey -pubout -outform DER | base64 -w0 导出公钥",
        500);
}
