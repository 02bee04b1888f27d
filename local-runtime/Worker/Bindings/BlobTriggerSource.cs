namespace EntCredit.LocalRuntime.Worker;

/// <summary>How changes of blobs are found on Azure. This host polls in either case.</summary>
public enum BlobTriggerSource
{
    /// <summary>Storage logs and scans of the container.</summary>
    LogsAndContainerScan,

    /// <summary>Event Grid.</summary>
    EventGrid,
}
