namespace EntCredit.LocalRuntime.Messaging.ServiceBus;

/// <summary>An operation failed; <see cref="Reason"/> says why.</summary>
public class ServiceBusException : Exception
{
    /// <summary>Makes one without a reason.</summary>
    public ServiceBusException() { }

    /// <summary>Makes one.</summary>
    /// <param name="isTransient">Whether trying again may help.</param>
    /// <param name="message">What happened.</param>
    /// <param name="entityName">With which entity.</param>
    /// <param name="reason">Why.</param>
    /// <param name="innerException">What led to it.</param>
    public ServiceBusException(
        bool isTransient,
        string message,
        string? entityName = null,
        ServiceBusFailureReason reason = ServiceBusFailureReason.GeneralError,
        Exception? innerException = null
    )
        : base(message, innerException) => (IsTransient, EntityPath, Reason) = (isTransient, entityName, reason);

    /// <summary>Makes one whose reason says whether trying again may help.</summary>
    /// <param name="message">What happened.</param>
    /// <param name="reason">Why.</param>
    /// <param name="entityPath">With which entity.</param>
    /// <param name="innerException">What led to it.</param>
    public ServiceBusException(string message, ServiceBusFailureReason reason, string? entityPath = null, Exception? innerException = null)
        : this(
            reason
                is ServiceBusFailureReason.ServiceBusy
                    or ServiceBusFailureReason.ServiceTimeout
                    or ServiceBusFailureReason.ServiceCommunicationProblem,
            message,
            entityPath,
            reason,
            innerException
        ) { }

    /// <summary>Whether trying again may help.</summary>
    public bool IsTransient { get; }

    /// <summary>Why.</summary>
    public ServiceBusFailureReason Reason { get; }

    /// <summary>With which entity.</summary>
    public string? EntityPath { get; }

    /// <inheritdoc/>
    public override string Message =>
        string.IsNullOrEmpty(EntityPath) ? $"{base.Message} ({Reason})" : $"{base.Message} ({Reason}) Entity: {EntityPath}";
}
