using EntCredit.EndToEnd.Tests.Running;

namespace EntCredit.EndToEnd.Tests.Messages;

/// <summary>The same messages and answers over a broker of other makers. It has queues, no topics and subscriptions: each kind is a queue of its name.</summary>
public sealed class SecondPeerTests
{
    private const int Sanctions = 10;
    private const string User = "guest:guest";

    [Fact]
    public async Task Exchange_OverRabbitMq_NothingIsLostAndNothingCountsTwice()
    {
        if (!RabbitProcess.IsInstalled)
        {
            // Said aloud, and no more claimed: where it is not installed this shows nothing.
            TestContext.Current.AddWarning("RabbitMQ (Debian's rabbitmq-server) is not installed: the second peer was not tried.");
            return;
        }

        await using var rabbit = await RabbitProcess.StartAsync(TestContext.Current.CancellationToken);
        using var declaring = new DepartmentSystem("jieshou-housing", rabbit.Port, User);
        await (await declaring.ListenAtAsync("/queue/sanctions")).CloseAsync();
        await (await declaring.ListenAtAsync("/queue/answers")).CloseAsync();
        await using var town = await MessageTown.StartAsync(rabbit.Port, User, ("ServiceBus", $"Endpoint=amqp://{User}@127.0.0.1:{rabbit.Port}"), ("LocalRuntime__ServiceBus__Entities", ""));
        List<string> ids = [];
        for (var number = 0; number < Sanctions; number++) ids.Add(await town.SanctionAsync(number, "jieshou-housing"));

        var link = await town.Housing.ListenAtAsync("/queue/sanctions");
        HashSet<string> taken = [];
        while (taken.Count < Sanctions)
        {
            if (await DepartmentSystem.NextAsync(link, TimeSpan.FromSeconds(60)) is not var (message, told)) throw new TimeoutException($"Only {taken.Count} messages came.");
            if ((string?)told["type"] == "entcredit.sanction-delivery.pushed" && taken.Add((string)told["id"]!))
            {
                await town.Housing.AnswerAsync(told, "receive");
                await town.Housing.AnswerAsync(told, "receive", id: $"{(string)told["id"]!}-again");
            }

            link.Accept(message);
        }

        Assert.Equal(ids.Select(id => $"sanction-{id}-jieshou-housing.1").Order(), taken.Order());
        await Doors.UntilAsync("every delivery is received", async () =>
        {
            foreach (var id in ids)
            {
                var (_, document) = await town.Doors.SendAsync(HttpMethod.Get, "/api/v1/sanctions/" + id, Operator.Tool.Key);
                if ((string)document["deliveries"]![0]!["phase"]! != "received") return false;
            }

            return true;
        });
        await town.Town.StopHostAsync();
        foreach (var facts in ids.SelectMany(id => town.Facts($"sanction-{id}-*").Values))
            Assert.Equal(["sanction-delivery.pushed", "sanction-delivery.received"], facts);
    }
}
