using EntCredit.Domain.Departments;
using EntCredit.Functions.Access;
using Microsoft.Extensions.DependencyInjection;

namespace EntCredit.Functions.Messages;

/// <summary>
/// Whom an answer comes from. A bus knows no sender: whoever may send to the queue could name any department, so each answer carries a signature over its bytes, checked with
/// the department's registered key. One seen before is dropped by its id within seven days, and refused by its time after them.
/// </summary>
public sealed class AnswerGate(Func<DepartmentRegister> departments, [FromKeyedServices("machine")] TimeProvider machine)
{
    /// <summary>The property that holds the signature, base64.</summary>
    public const string SignatureProperty = "signature";

    /// <summary>The property that names the key.</summary>
    public const string KeyProperty = "signingkey";

    // As long as the queue remembers ids.
    private static readonly TimeSpan Oldest = TimeSpan.FromDays(7);
    private static readonly TimeSpan Skew = TimeSpan.FromHours(1);

    /// <summary>The sender as a caller, or why it is none.</summary>
    /// <param name="answer">The answer.</param>
    /// <param name="message">The message that brought it.</param>
    public (Caller? Caller, Refusal? Refusal) Admit(ReceivedAnswer answer, ServiceBusReceivedMessage message)
    {
        var now = machine.GetUtcNow();
        if (departments().Find(answer.Department) is not { Messages: true } department || !department.ExistsAt(now)) return (null, Refusal.Of(MessageErrors.UnknownSender));
        if (!IsSigned(department, message, now)) return (null, Refusal.Of(MessageErrors.Signature));
        if (message.MessageId != answer.Id) return (null, Refusal.Of(MessageErrors.Id));
        var arrived = message.EnqueuedTime > DateTimeOffset.UnixEpoch ? message.EnqueuedTime : now;
        return answer.Time < arrived - Oldest || answer.Time > arrived + Skew
            ? (null, Refusal.Of(MessageErrors.Time))
            : (new Caller(department, Reach.Own), null);
    }

    private static bool IsSigned(Department department, ServiceBusReceivedMessage message, DateTimeOffset now)
    {
        if (message.ApplicationProperties.GetValueOrDefault(KeyProperty) is not string name
            || message.ApplicationProperties.GetValueOrDefault(SignatureProperty) is not string text) return false;
        var signature = new byte[text.Length];
        return department.SigningKeys.FirstOrDefault(key => key.Id == name) is { } key
            && key.HoldsAt(now)
            && Convert.TryFromBase64String(text, signature, out var length)
            && Signatures.IsOf(key.PublicKey, message.Body.ToMemory().Span, signature.AsSpan(0, length));
    }
}
