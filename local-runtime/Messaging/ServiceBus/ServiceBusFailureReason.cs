namespace EntCredit.LocalRuntime.Messaging.ServiceBus;

/// <summary>Why an operation failed.</summary>
public enum ServiceBusFailureReason
{
    /// <summary>None of the others.</summary>
    GeneralError = 0,

    /// <summary>There is no such queue, topic or subscription.</summary>
    MessagingEntityNotFound = 1,

    /// <summary>The message is no longer locked for the caller.</summary>
    MessageLockLost = 2,

    /// <summary>There is no message of that sequence number in that state.</summary>
    MessageNotFound = 3,

    /// <summary>The message is too large.</summary>
    MessageSizeExceeded = 4,

    /// <summary>The entity is disabled.</summary>
    MessagingEntityDisabled = 5,

    /// <summary>A limit of the service is reached.</summary>
    QuotaExceeded = 6,

    /// <summary>The service is busy.</summary>
    ServiceBusy = 7,

    /// <summary>The service did not answer in time.</summary>
    ServiceTimeout = 8,

    /// <summary>The service could not be reached.</summary>
    ServiceCommunicationProblem = 9,

    /// <summary>A session is locked by another; this runtime has no sessions.</summary>
    SessionCannotBeLocked = 10,

    /// <summary>A session's lock was lost; this runtime has no sessions.</summary>
    SessionLockLost = 11,

    /// <summary>The entity exists already.</summary>
    MessagingEntityAlreadyExists = 12,
}
