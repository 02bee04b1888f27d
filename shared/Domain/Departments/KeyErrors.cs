using EntCredit.Domain.Errors;

namespace EntCredit.Domain.Departments;

/// <summary>EC1201–EC1299: what can be wrong about the keys of departments.</summary>
public static class KeyErrors
{
    /// <summary>No such department, or one of another jurisdiction.</summary>
    public static ErrorDefinition DepartmentUnknown { get; } =
        new("EC1201", "No such department", "没有这个部门", "请核对部门代码；只能管理本辖区部门的密钥", 404);

    /// <summary>No such key.</summary>
    public static ErrorDefinition Unknown { get; } = new("EC1202", "No such key", "没有这个密钥", "请核对密钥编号（列表中的 id）", 404);

    /// <summary>The days of a key.</summary>
    public static ErrorDefinition Days { get; } = new(
        "EC1203", "The key's days are impossible", "密钥的有效期不正确", $"截止日不得早于起始日和今天，有效期最长{KeyDecider.MostYears}年", 422);

    /// <summary>Enough keys.</summary>
    public static ErrorDefinition TooMany { get; } = new(
        "EC1204", "Too many keys in force", "该部门有效的密钥已达上限", $"每个部门最多{KeyDecider.MostInForce}个有效密钥，请先撤销不用的密钥", 409);

    /// <summary>Two operators at once.</summary>
    public static ErrorDefinition Busy { get; } = new("EC1205", "The keys were changed meanwhile", "该部门的密钥刚被他人更改", "请重新查询后再试", 409);

    /// <summary>All of them.</summary>
    public static IReadOnlyList<ErrorDefinition> All { get; } = [DepartmentUnknown, Unknown, Days, TooMany, Busy];
}
