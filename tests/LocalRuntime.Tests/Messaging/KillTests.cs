using System.Diagnostics;

namespace EntCredit.LocalRuntime.Tests.Messaging;

public sealed class KillTests : MessagingTest
{
    [Fact]
    public async Task Kill_ProcessUnderLoad_NothingAcceptedIsLostAndNothingCompletedComesAgain()
    {
        const int Senders = 3;
        const int EachSends = 200;
        string folder = Directory.CreateTempSubdirectory("kill-").FullName;
        string database = Path.Combine(folder, "broker.db");
        int port = Bus.FreePort();
        var random = new Random(20260105);
        ServiceBusClient NewClient() =>
            new(Bus.ConnectionString(port), new ServiceBusClientOptions { RetryOptions = new() { Delay = TimeSpan.FromMilliseconds(50), MaxRetries = 2, TryTimeout = TimeSpan.FromSeconds(5) } });
        Process process = await BrokerProcess.StartAsync(database, port, 2, Stop);
        try
        {
            var tally = new Tally(NewClient);
            using var ended = CancellationTokenSource.CreateLinkedTokenSource(Stop);
            Task receiving = Task.WhenAll(Enumerable.Range(0, 2).Select(_ => Task.Run(() => tally.ReceiveAsync(ended.Token))));
            Task sending = Task.WhenAll(Enumerable.Range(0, Senders).Select(s => Task.Run(() => tally.SendAsync($"{s}", EachSends, Stop))));
            for (int kill = 0; kill < 4; kill++)
            {
                await Task.Delay(random.Next(50, 300), Stop);
                process.Kill();
                await process.WaitForExitAsync(Stop);
                process = await BrokerProcess.StartAsync(database, port, 2, Stop);
            }
            await sending;
            await using (ServiceBusClient own = NewClient())
            {
                ServiceBusReceiver looker = own.CreateReceiver("q");
                while (await looker.PeekMessageAsync(0, Stop) is not null)
                    await Task.Delay(Moment, Stop);
            }
            await ended.CancelAsync();
            await receiving;
            tally.Check(Senders * EachSends);
        }
        finally
        {
            process.Kill();
            await process.WaitForExitAsync(CancellationToken.None);
            process.Dispose();
            Directory.Delete(folder, recursive: true);
        }
    }
}
