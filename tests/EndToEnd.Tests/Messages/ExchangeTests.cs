using System.Collections.Concurrent;
using Amqp;
using EntCredit.EndToEnd.Tests.Running;

namespace EntCredit.EndToEnd.Tests.Messages;

/// <summary>Departments that work together over AMQP, through whatever happens to them and to the host: nothing is lost and nothing counts twice.</summary>
public sealed class ExchangeTests
{
    private const int Sanctions = 24;
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    [Fact]
    public async Task Push_OneDepartmentSlowAndOneCrashingBeforeItSettles_EachReceivesEachOnce()
    {
        await using var town = await MessageTown.StartAsync();
        List<string> ids = [];
        for (var number = 0; number < Sanctions; number++) ids.Add(await town.SanctionAsync(number, town.Housing.Department, town.Enforcement.Department));

        var slow = Task.Run(() => WorkSlowlyAsync(town.Housing));
        var crashing = Task.Run(() => WorkAndCrashAsync(town.Enforcement));
        var (taken, seen) = (await slow, await crashing);

        Assert.Equal(ids.Select(id => $"sanction-{id}-{town.Housing.Department}.1").Order(), taken.Order());

        // Who crashed was given what it had not settled again, and nothing that it had.
        Assert.Equal(ids.Select(id => $"sanction-{id}-{town.Enforcement.Department}.1").Order(), seen.Keys.Order());
        Assert.Contains(seen.Values, times => times > 1);
        await UntilReceivedAsync(town, ids);
        await town.Town.StopHostAsync();
        foreach (var facts in ids.SelectMany(id => town.Facts($"sanction-{id}-*").Values))
            Assert.Equal(["sanction-delivery.pushed", "sanction-delivery.received"], facts);
    }

    [Fact]
    public async Task Push_HostKilledBetweenTheFactAndItsMessage_TheMessageLeavesOnce()
    {
        // This host looks for what is to be sent in an hour only: whenever it dies, its messages have not left.
        await using var town = await MessageTown.StartAsync(("EntCredit__Messages__Every", "01:00:00"));
        List<string> ids = [];
        for (var number = 0; number < 5; number++) ids.Add(await town.SanctionAsync(number, town.Housing.Department));
        Assert.Equal(0, BusReading.Messages(town.Town.BusFile));

        town.Settings["EntCredit__Messages__Every"] = "00:00:00.200";
        await town.Town.KillAndRestartAsync(town.Settings);
        var taken = await WorkSlowlyAsync(town.Housing, ids.Count);

        // Killed again and again while it sends and notes what it sent: what is sent twice has the same id.
        for (var number = 5; number < 15; number++)
        {
            ids.Add(await town.SanctionAsync(number, town.Housing.Department));
            if (number % 3 == 0) await town.Town.KillAndRestartAsync(town.Settings);
        }

        taken.AddRange(await WorkSlowlyAsync(town.Housing, 10));
        Assert.Equal(ids.Select(id => $"sanction-{id}-{town.Housing.Department}.1").Order(), taken.Order());
        await using var link = new Listening(await town.Housing.ListenAsync("sanctions"));
        Assert.Null(await DepartmentSystem.NextAsync(link.Link, TimeSpan.FromSeconds(3)));
    }

    private static async Task<List<string>> WorkSlowlyAsync(DepartmentSystem system, int count = Sanctions)
    {
        List<string> taken = [];
        await using var listening = new Listening(await system.ListenAsync("sanctions"));
        while (taken.Count < count)
        {
            if (await DepartmentSystem.NextAsync(listening.Link, Patience) is not var (message, told)) throw new TimeoutException($"Only {taken.Count} messages came.");
            if ((string)told["type"]! == "entcredit.sanction-delivery.pushed")
            {
                await Task.Delay(20);
                await system.AnswerAsync(told, "receive");
                taken.Add((string)told["id"]!);
            }

            listening.Link.Accept(message);
        }

        return taken;
    }

    // Does its work, and dies before it has settled, every fifth message.
    private static async Task<ConcurrentDictionary<string, int>> WorkAndCrashAsync(DepartmentSystem system)
    {
        var (seen, settled) = (new ConcurrentDictionary<string, int>(), new HashSet<string>());
        var listening = new Listening(await system.ListenAsync("sanctions"));
        while (settled.Count < Sanctions)
        {
            if (await DepartmentSystem.NextAsync(listening.Link, Patience) is not var (message, told)) throw new TimeoutException($"Only {settled.Count} messages came.");
            var id = (string)told["id"]!;
            var times = seen.AddOrUpdate(id, 1, (_, before) => before + 1);
            await system.AnswerAsync(told, "receive", id: $"{id}-answer-{times}");
            if (times == 1 && seen.Count % 5 == 0)
            {
                system.Crash();
                listening = new Listening(await system.ListenAsync("sanctions"));
                continue;
            }

            Assert.True(settled.Add(id), $"{id} came again after it was settled.");
            listening.Link.Accept(message);
        }

        await listening.DisposeAsync();
        return seen;
    }

    private static Task UntilReceivedAsync(MessageTown town, List<string> ids) => Doors.UntilAsync("every delivery is received", async () =>
    {
        foreach (var id in ids)
        {
            var (_, document) = await town.Doors.SendAsync(HttpMethod.Get, "/api/v1/sanctions/" + id, "dev-" + Doors.Supervision);
            if (document["deliveries"]!.AsArray().Any(delivery => (string)delivery!["phase"]! != "received")) return false;
        }

        return true;
    });

    private sealed record Listening(ReceiverLink Link) : IAsyncDisposable
    {
        // Asynchronously: what continues after a receive runs on the connection's own thread, which would wait for itself.
        public async ValueTask DisposeAsync()
        {
            if (!Link.IsClosed) await Link.CloseAsync();
        }
    }
}
