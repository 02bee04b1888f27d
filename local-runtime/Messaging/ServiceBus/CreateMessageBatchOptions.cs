namespace EntCredit.LocalRuntime.Messaging.ServiceBus;

/// <summary>Options of a <see cref="ServiceBusMessageBatch"/>.</summary>
public class CreateMessageBatchOptions
{
    /// <summary>How many bytes it may have; null is what the service allows.</summary>
    public long? MaxSizeInBytes { get; set; }
}
