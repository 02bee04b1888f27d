using EntCredit.Domain.Errors;

namespace EntCredit.Domain.Sharing;

/// <summary>EC4901–EC4949: what can be wrong about a consent to information that is not shared.</summary>
public static class ConsentErrors
{
    /// <summary>The document does not ask for one.</summary>
    public static ErrorDefinition NotHere { get; } =
        new("EC4901", "No consent is asked for in this jurisdiction", "本地规定没有非共享信息的申请同意程序", "请按本地规定的共享范围使用信息", 422);

    /// <summary>Nobody needs its own consent.</summary>
    public static ErrorDefinition ToItself { get; } =
        new("EC4902", "A department needs no consent of its own", "申请部门与同意部门相同", "本部门的信息无须申请", 422);

    /// <summary>The last day.</summary>
    public static ErrorDefinition Days { get; } =
        new("EC4903", "The last day is impossible", "同意的截止日不正确", $"截止日不得早于今天，最长{ConsentDecider.MostYears}年", 422);

    /// <summary>Whom it is given to.</summary>
    public static ErrorDefinition NobodySuch { get; } =
        new("EC4904", "No such applicant", "没有这个申请部门", "请核对部门编号", 422);

    /// <summary>The same number with another content.</summary>
    public static ErrorDefinition OtherContent { get; } =
        new("EC4905", "The number belongs to another consent", "该同意文书编号已用于内容不同的同意", "请核对文书编号", 409);

    /// <summary>All of them.</summary>
    public static IReadOnlyList<ErrorDefinition> All { get; } = [NotHere, ToItself, Days, NobodySuch, OtherContent];
}
