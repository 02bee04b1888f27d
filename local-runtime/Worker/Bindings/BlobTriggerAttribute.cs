using EntCredit.LocalRuntime.Worker.Extensions.Abstractions;

namespace EntCredit.LocalRuntime.Worker;

/// <summary>The function runs for each new or changed blob whose path matches.</summary>
/// <param name="blobPath">
/// <c>container/pattern</c>. A <c>{name}</c> in the pattern captures; a string parameter of that name receives what it captured. Captures are
/// greedy: of more slashes than the pattern has, the first capture takes the surplus.
/// </param>
public sealed class BlobTriggerAttribute(string blobPath) : TriggerBindingAttribute
{
    /// <summary>The path.</summary>
    public string BlobPath { get; } = blobPath;

    /// <summary>The setting that names the account: a connection string, or a section with <c>serviceUri</c> or <c>blobServiceUri</c>;
    /// none means <c>AzureWebJobsStorage</c>.</summary>
    public string? Connection { get; set; }

    /// <summary>How changes are found on Azure.</summary>
    public BlobTriggerSource Source { get; set; } = BlobTriggerSource.LogsAndContainerScan;
}
