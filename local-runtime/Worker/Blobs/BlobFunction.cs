using System.Threading.Channels;
using Azure;
using Azure.Storage.Blobs;
using Azure.Storage.Blobs.Models;
using EntCredit.LocalRuntime.Clocks;
using EntCredit.LocalRuntime.Worker.Hosting;
using EntCredit.LocalRuntime.Worker.Indexing;
using EntCredit.LocalRuntime.Worker.Invocation;
using Microsoft.Extensions.Logging;

namespace EntCredit.LocalRuntime.Worker.Blobs;

/// <summary>Runs one function for its receipts, some at a time.</summary>
internal sealed class BlobFunction(
    FunctionEntry function,
    BlobPattern pattern,
    BlobContainerClient container,
    BlobReceipts receipts,
    FunctionRunner runner,
    HostSettings settings,
    TimeProvider machine,
    ILogger logger
)
{
    private readonly Channel<bool> _changed = Channel.CreateBounded<bool>(
        new BoundedChannelOptions(1) { FullMode = BoundedChannelFullMode.DropWrite }
    );
    private int _running;

    public string Name => function.Name;

    public BlobPattern Pattern => pattern;

    /// <summary>Tells it that there may be something to take.</summary>
    public void Wake() => _changed.Writer.TryWrite(true);

    /// <summary>Takes and runs until cancelled; then what runs goes on to its end.</summary>
    public async Task RunAsync(CancellationToken stopping)
    {
        while (!stopping.IsCancellationRequested)
        {
            int free = settings.BlobParallelism - Volatile.Read(ref _running);
            foreach (BlobReceipt receipt in free > 0 ? receipts.Take(Name, free, machine.GetUtcNow()) : [])
            {
                Interlocked.Increment(ref _running);
                _ = Task.Run(() => RunOneAsync(receipt), CancellationToken.None);
            }
            await WaitAsync(stopping);
        }
    }

    // Until woken by a finding or an end, or the next try is due.
    private async Task WaitAsync(CancellationToken stopping)
    {
        using var wait = CancellationTokenSource.CreateLinkedTokenSource(stopping);
        try
        {
            Task changed = _changed.Reader.WaitToReadAsync(wait.Token).AsTask();
            bool isFree = Volatile.Read(ref _running) < settings.BlobParallelism;
            if (isFree && receipts.NextDue(Name) is { } due)
                await Task.WhenAny(changed, machine.WaitUntilAsync(due, wait.Token));
            else
                await changed;
        }
        catch (OperationCanceledException)
        {
            // The loop's condition decides.
        }
        finally
        {
            await wait.CancelAsync();
        }
        _changed.Reader.TryRead(out _);
    }

    private async Task RunOneAsync(BlobReceipt receipt)
    {
        try
        {
            BlobClient blob = container.GetBlobClient(receipt.Name);
            // The next listing brings what replaced it; what was deleted needs nothing.
            if (await IsCurrentAsync(blob, receipt.ETag) && pattern.Match(receipt.Name) is { } data)
                await runner.RunAsync(function, new Trigger(blob, data), CancellationToken.None);
            receipts.Finish(receipt.Seq);
        }
        catch (Exception) when (runner.IsAborted)
        {
            receipts.GiveBack(receipt.Seq);
        }
        catch (Exception e)
        {
            Fail(receipt, e);
        }
        finally
        {
            Interlocked.Decrement(ref _running);
            Wake();
        }
    }

    private void Fail(BlobReceipt receipt, Exception e)
    {
        string reason = $"{e.GetType().Name}: {e.Message}";
        if (receipt.Tries >= settings.BlobTries)
        {
            receipts.Poison(receipt.Seq, reason);
            logger.LogError("{Function} failed {Tries} times for {Blob}: it is on the poison list.", Name, receipt.Tries, receipt.Name);
            return;
        }
        TimeSpan delay = settings.BlobRetryDelay * Math.Min(1 << (receipt.Tries - 1), 60);
        receipts.Retry(receipt.Seq, machine.GetUtcNow() + delay, reason);
        logger.LogWarning("{Function} failed for {Blob} ({Tries} of {All}); again in {Delay}.", Name, receipt.Name, receipt.Tries, settings.BlobTries, delay);
    }

    private static async Task<bool> IsCurrentAsync(BlobClient blob, string etag)
    {
        try
        {
            Response<BlobProperties> properties = await blob.GetPropertiesAsync();
            return properties.Value.ETag.ToString("H") == etag;
        }
        catch (RequestFailedException e) when (e.Status == 404)
        {
            return false;
        }
    }
}
