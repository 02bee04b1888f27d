using EntCredit.Domain.Errors;

namespace EntCredit.Domain.Batches;

/// <summary>Why an upload as a whole is refused, whatever its file holds; and what of its rows no reading of the file can tell.</summary>
public static class BatchErrors
{
    /// <summary>The path names no department.</summary>
    public static ErrorDefinition DepartmentUnknown { get; } =
        new("EC3101", "No such department", "上传路径中的部门“{0}”不存在或已停用", "请使用本部门的部门代码", 404);

    /// <summary>The department has no right to the item.</summary>
    public static ErrorDefinition ItemNotYours { get; } =
        new("EC3102", "The department may not provide this item", "“{0}”不能报送“{1}”类信息", "请核对事项代码；登记信息由登记机关报送", 403);

    /// <summary>The blob was overwritten before it was read.</summary>
    public static ErrorDefinition Overwritten { get; } =
        new("EC3103", "The upload was overwritten before it was read", "文件在读取前被同名文件覆盖，本次上传未处理", "覆盖后的文件按新的上传处理，无需操作", 409);

    /// <summary>The blob was deleted before it was read.</summary>
    public static ErrorDefinition Gone { get; } =
        new("EC3104", "The upload was deleted before it was read", "文件在读取前已被删除", "请重新上传", 410);

    /// <summary>The jurisdiction does not collect this kind of information.</summary>
    public static ErrorDefinition NotCollected { get; } =
        new("EC3105", "This information is not collected here", "按本地规定，该类信息不予归集", "请不要报送该类信息", 422);

    /// <summary>The row names a record to mend that does not wait for it.</summary>
    public static ErrorDefinition NothingToMend { get; } =
        new("EC3106", "The record named does not wait for a mended row", "记录编号“{0}”没有待更正的数据", "请核对回执中的记录编号，或留空该栏", 409);

    /// <summary>No such batch, or another department's.</summary>
    public static ErrorDefinition BatchUnknown { get; } =
        new("EC3107", "No such batch", "没有这个批次", "请核对批次编号", 404);

    /// <summary>The batch is being worked on.</summary>
    public static ErrorDefinition BatchBusy { get; } =
        new("EC3108", "The batch is being worked on", "该批次正在处理中", "请稍后重试", 409);

    /// <summary>Nothing of the batch was taken, so that there is nothing to take back.</summary>
    public static ErrorDefinition NothingToWithdraw { get; } =
        new("EC3109", "Nothing of the batch was taken", "该批次整体被退回或与以前的批次重复，没有可撤回的数据", "重复批次请撤回最先的批次；被退回的批次无需撤回", 409);

    /// <summary>The profile asks for a signature and there is none (C16).</summary>
    public static ErrorDefinition SignatureMissing { get; } =
        new("EC3110", "The signature is missing", "按本地规定，报送的数据应当附数字签名", "请用登记的私钥对文件或请求正文的原始字节签名，随文件元数据或请求头一并提交", 422);

    /// <summary>The signature is not the department's over these bytes.</summary>
    public static ErrorDefinition SignatureWrong { get; } =
        new("EC3111", "The signature is wrong", "数字签名与登记的公钥或报送的内容不符", "请核对签名密钥的名称与有效期，对实际提交的字节重新签名；公钥由市场监管部门登记", 422);

    /// <summary>The channel declared is none of those that the document lays for this information.</summary>
    public static ErrorDefinition ChannelUnknown { get; } =
        new("EC3112", "No such channel for this information", "本地规定没有为该类信息设“{0}”渠道，可以填写的渠道：{1}", "请填写列出的渠道之一；不填则按报送方式确定", 422);

    /// <summary>The same fact stands with other content by a channel that goes first (C9).</summary>
    public static ErrorDefinition OtherChannelFirst { get; } =
        new("EC3113", "A more authoritative channel says otherwise", "该信息已由“{0}”报送，内容与本行不同；以该渠道为准，本行留存备查，记录未变",
            "如记录有误，请由该渠道更正，或按更正、撤回程序办理；如本次报送就是由该渠道而来，请声明渠道后重新报送", 409);

    /// <summary>All of them.</summary>
    public static IReadOnlyList<ErrorDefinition> All { get; } =
        [DepartmentUnknown, ItemNotYours, Overwritten, Gone, NotCollected, NothingToMend, BatchUnknown, BatchBusy, NothingToWithdraw, SignatureMissing, SignatureWrong, ChannelUnknown, OtherChannelFirst];
}
