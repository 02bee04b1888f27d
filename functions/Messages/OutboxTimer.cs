namespace EntCredit.Functions.Messages;

/// <summary>
/// Sends what a process left behind that ended between a fact and its message, where no other process runs that would look: on Azure the app may be scaled to nothing.
/// </summary>
public sealed class OutboxTimer(OutboxSender sender)
{
    /// <summary>Every two hours, beside the exports.</summary>
    [Function("SendOutbox")]
    public Task RunAsync([TimerTrigger("0 40 */2 * * *")] TimerInfo timer, CancellationToken cancellation) => sender.SendAsync(cancellation);
}
