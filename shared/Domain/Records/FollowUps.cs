namespace EntCredit.Domain.Records;

/// <summary>Records from which something follows elsewhere.</summary>
public static class FollowUps
{
    /// <summary>The item of registrations: approvers are told of them (双告知).</summary>
    public const string Register = "register";

    // 经营异常名录; 严重违法失信企业名单 and, by its column 类别, the other lists of enterprises in bad faith ("黑名单").
    private const string Abnormal = "abnormal", Serious = "serious";

    /// <summary>Whether anything may follow from records of an item.</summary>
    public static bool Concern(string item) => item == Register || IsList(item);

    /// <summary>Whether records of an item are entries on a list from which joint sanctions follow (L1).</summary>
    public static bool IsList(string item) => item is Abnormal or Serious;
}
