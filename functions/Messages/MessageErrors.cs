using EntCredit.Domain.Errors;

namespace EntCredit.Functions.Messages;

/// <summary>EC4801–EC4899: why an answer that came as a message was put aside, and what may be wrong with handling what was put aside.</summary>
public static class MessageErrors
{
    /// <summary>No CloudEvent.</summary>
    public static ErrorDefinition Malformed { get; } =
        new("EC4801", "The message is no CloudEvent 1.0", "消息不是合格的 CloudEvents 1.0 JSON：{0}", "请按 docs/messages.md 填写 specversion、id、source、type、subject、time、data", 400);

    /// <summary>Nobody whom the departments file lets answer so.</summary>
    public static ErrorDefinition UnknownSender { get; } =
        new("EC4802", "The sender is not known", "来源（source）不是可以用消息应答的部门", "请核对 source 中的部门代码，并由市场监管部门开通消息应答", 403);

    /// <summary>No signature, or another's.</summary>
    public static ErrorDefinition Signature { get; } =
        new("EC4803", "The signature is missing or wrong", "消息没有签名，或签名与登记的公钥不符", "请用登记的私钥对消息正文的原始字节签名，放入 signature、signingkey 两个属性", 403);

    /// <summary>An answer to nothing that can be answered.</summary>
    public static ErrorDefinition UnknownAct { get; } =
        new("EC4804", "There is no such answer", "没有这种应答：{0}", "请核对 type 与 subject", 400);

    /// <summary>Too old to tell it from one sent before.</summary>
    public static ErrorDefinition Time { get; } =
        new("EC4805", "The time of the answer is impossible", "应答的时间（time）早于七天前，或晚于收到的时间", "请校准时钟，用新的 id 重新应答", 400);

    /// <summary>The message's id is not the event's.</summary>
    public static ErrorDefinition Id { get; } =
        new("EC4806", "The ids differ", "消息的 MessageId 与正文的 id 不一致", "请让 MessageId 等于 CloudEvents 的 id", 400);

    /// <summary>What is said with it cannot be used.</summary>
    public static ErrorDefinition Content { get; } =
        new("EC4807", "The content of the answer cannot be used", "应答内容（data）不正确：{0}", "请按 docs/messages.md 填写 data", 400);

    /// <summary>There is no such message that was put aside.</summary>
    public static ErrorDefinition NoLetter { get; } =
        new("EC4808", "No such dead letter", "没有这条搁置的消息", "请重新列出搁置的消息", 404);

    /// <summary>No bus in the settings, or it cannot be reached.</summary>
    public static ErrorDefinition NoBus { get; } =
        new("EC4809", "The message bus cannot be reached", "消息总线未配置或无法连接", "请检查 ServiceBus 设置与消息总线", 503);

    /// <summary>All of them.</summary>
    public static IReadOnlyList<ErrorDefinition> All { get; } = [Malformed, UnknownSender, Signature, UnknownAct, Time, Id, Content, NoLetter, NoBus];
}
