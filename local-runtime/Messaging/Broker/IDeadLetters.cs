namespace EntCredit.LocalRuntime.Messaging.Broker;

/// <summary>An operator's view of what was given up.</summary>
public interface IDeadLetters
{
    /// <summary>The dead letters of a queue or subscription, in the order of their sequence numbers.</summary>
    /// <param name="entityPath">The queue's name, or <c>topic/Subscriptions/name</c>.</param>
    /// <param name="from">The first sequence number wanted.</param>
    /// <param name="count">How many at most.</param>
    /// <exception cref="ArgumentException">There is no such queue or subscription.</exception>
    Task<IReadOnlyList<DeadLetter>> ReadAsync(string entityPath, long from = 0, int count = 100);

    /// <summary>Lets one of them, or all, be tried again from the start, where it was and in one transaction; what somebody holds locked stays.</summary>
    /// <param name="entityPath">The queue's name, or <c>topic/Subscriptions/name</c>.</param>
    /// <param name="sequenceNumber">Which; null is all.</param>
    /// <returns>How many.</returns>
    /// <exception cref="ArgumentException">There is no such queue or subscription.</exception>
    Task<int> ResubmitAsync(string entityPath, long? sequenceNumber = null);
}
