using EntCredit.Domain.Errors;

namespace EntCredit.Domain.Subjects;

/// <summary>EC47xx: what is impossible with subjects.</summary>
public static class SubjectErrors
{
    /// <summary>No enterprise has the number.</summary>
    public static ErrorDefinition Unknown { get; } =
        new("EC4701", "No such subject", "没有号码为“{0}”的主体", "请核对统一社会信用代码或注册号", 404);

    /// <summary>Both numbers are one subject's.</summary>
    public static ErrorDefinition Same { get; } =
        new("EC4702", "Both numbers belong to one subject", "两个号码已经属于同一主体", "无需合并", 409);

    /// <summary>What is merged already cannot be merged into another.</summary>
    public static ErrorDefinition AlreadyMerged { get; } =
        new("EC4703", "The subject was merged into another already", "该主体已并入其他主体", "如需改并，请先撤销原合并", 409);

    /// <summary>The one that is to stay was itself merged.</summary>
    public static ErrorDefinition TargetMerged { get; } =
        new("EC4704", "The subject that is to stay was itself merged", "作为保留方的主体本身已并入其他主体", "请改以其所并入的主体作为保留方", 409);

    /// <summary>The register knows only the one that would go.</summary>
    public static ErrorDefinition KeepsTheRegistered { get; } =
        new("EC4705", "The register knows only the one that would be merged", "保留方未经登记，被并方已登记", "请调换两个号码，以已登记的主体作为保留方", 409);

    /// <summary>They are not merged.</summary>
    public static ErrorDefinition NotMerged { get; } =
        new("EC4706", "The subject is not merged into the other", "该主体并未并入所述主体", "请核对两个号码", 409);

    /// <summary>All of them.</summary>
    public static IReadOnlyList<ErrorDefinition> All { get; } = [Unknown, Same, AlreadyMerged, TargetMerged, KeepsTheRegistered, NotMerged];
}
