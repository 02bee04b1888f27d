using Amqp;

namespace EntCredit.LocalRuntime.Messaging.Broker.Wire;

/// <summary>
/// Sends nothing before something came. The library's listener sends its header and <c>open</c> at once behind the outcome of SASL; where all
/// arrives in one piece, the JavaScript client of Service Bus (rhea) leaves what follows the outcome unread until more comes, which never does.
/// </summary>
internal sealed class PatientTransport(IAsyncTransport inner) : IAsyncTransport
{
    private readonly TaskCompletionSource _heard = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public void SetConnection(Connection connection) => inner.SetConnection(connection);

    public async Task SendAsync(IList<ByteBuffer> bufferList, int listSize)
    {
        await _heard.Task.ConfigureAwait(false);
        await inner.SendAsync(bufferList, listSize).ConfigureAwait(false);
    }

    public async Task<int> ReceiveAsync(byte[] buffer, int offset, int count)
    {
        var read = await inner.ReceiveAsync(buffer, offset, count).ConfigureAwait(false);
        _heard.TrySetResult();
        return read;
    }

    public void Send(ByteBuffer buffer) => inner.Send(buffer);

    public int Receive(byte[] buffer, int offset, int count) => inner.Receive(buffer, offset, count);

    public void Close()
    {
        // What waits to be sent fails at the closed transport.
        _heard.TrySetResult();
        inner.Close();
    }
}
