using EntCredit.LocalRuntime.CrashHost;
using EntCredit.LocalRuntime.Durable.Engine;
using Microsoft.Extensions.Logging.Abstractions;

if (args[0] == "broker")
{
    await BrokerMode.ServeAsync(args[1], int.Parse(args[2]), int.Parse(args[3]));
    return;
}

// DATABASE LOG START: a host that does what its standard input says, until that ends or it is killed.
using var log = new EffectLog(args[1], args[2]);
var registry = new DurableRegistry();
Lives.Register(registry, log);
await using var engine = new DurableEngine(
    new DurableEngineOptions { DatabasePath = args[0] }, registry, TimeProvider.System, TimeProvider.System, NullLoggerFactory.Instance);
await engine.StartAsync(CancellationToken.None);
Console.WriteLine("ready");

var commands = new Commands(engine.Client);
while (await Console.In.ReadLineAsync() is { } line)
    _ = commands.AnswerAsync(line);
