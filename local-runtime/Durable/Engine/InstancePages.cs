using System.Runtime.CompilerServices;
using EntCredit.LocalRuntime.Durable.Client;
using EntCredit.LocalRuntime.Durable.Converters;

namespace EntCredit.LocalRuntime.Durable.Engine;

/// <summary>The instances of a query, page by page in the order of their ids; the token is the last id.</summary>
internal sealed class InstancePages(Func<EngineParts> parts, OrchestrationQuery query) : AsyncPageable<OrchestrationMetadata>
{
    public override IAsyncEnumerable<Page<OrchestrationMetadata>> AsPages(string? continuationToken = default, int? pageSizeHint = default) =>
        Pages(continuationToken, pageSizeHint);

    private async IAsyncEnumerable<Page<OrchestrationMetadata>> Pages(
        string? continuationToken, int? pageSizeHint, [EnumeratorCancellation] CancellationToken cancellation = default)
    {
        var statuses = EngineClient.Numbers(query.Statuses);
        var prefix = string.IsNullOrEmpty(query.InstanceIdPrefix) ? null : query.InstanceIdPrefix;
        var size = pageSizeHint ?? query.PageSize;
        for (var after = continuationToken ?? query.ContinuationToken; ;)
        {
            cancellation.ThrowIfCancellationRequested();
            var from = after ?? "";
            var found = parts().Readers.Read(r => r.List(
                from, prefix, query.CreatedFrom?.UtcTicks, query.CreatedTo?.UtcTicks, statuses, size + 1,
                query.FetchInputsAndOutputs ? JsonDataConverter.Default : null));
            after = found.Count > size ? found[size - 1].InstanceId : null;
            await Task.Yield();
            yield return new(found.Count > size ? found[..size] : found, after);
            if (after is null)
                yield break;
        }
    }
}
