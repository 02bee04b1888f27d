namespace EntCredit.Domain.Jurisdictions;

/// <summary>How information enters a channel (C3–C5).</summary>
public enum ChannelMode
{
    /// <summary>在线录入: typed in by hand.</summary>
    ManualEntry,

    /// <summary>批量导入、人工上传: a file that somebody brings.</summary>
    BatchFile,

    /// <summary>数据接口、自动采集: system to system.</summary>
    Interface,
}
