namespace EntCredit.Domain.Objections;

/// <summary>What the verification found.</summary>
public enum ObjectionFinding
{
    /// <summary>公示信息错误: it is to be mended.</summary>
    Upheld,

    /// <summary>The information is right.</summary>
    Rejected,
}
