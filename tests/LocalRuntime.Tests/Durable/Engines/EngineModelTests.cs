using CsCheck;

namespace EntCredit.LocalRuntime.Tests.Durable.Engines;

/// <summary>
/// A whole host against a naive one: whatever its instances are told, and whenever it dies, each comes to the same.
/// Two hundred cases; two thousand with <c>ENTCREDIT_FULL=1</c>. A failure prints its seed and the shortest steps that lead to it.
/// </summary>
public sealed class EngineModelTests
{
    private static readonly int Cases = Environment.GetEnvironmentVariable("ENTCREDIT_FULL") == "1" ? 2_000 : 200;
    private static readonly Gen<string> Id = Gen.Int[0, 3].Select(number => $"i{number}");

    [Fact]
    public void Engine_AnySteps_ItsInstancesComeToWhatTheNaiveOnesDo() => Gen.Const(() => (new RealEngine(), new NaiveEngine()))
        .SampleModelBased(
            [
                Op("schedule", (s, id) => s.Schedule(id)),
                Raise,
                Raise,
                Raise,
                Op("suspend", (s, id) => s.Suspend(id)),
                Op("resume", (s, id) => s.Resume(id)),
                Op("terminate", (s, id) => s.Terminate(id)),
                Op("purge", (s, id) => s.Purge(id)),
                Op("restart", (s, id) => s.Restart(id)),
                Gen.Operation<RealEngine, NaiveEngine>("advance", real => real.Advance(), naive => naive.Advance()),
                Gen.Bool.Operation<RealEngine, NaiveEngine>(killed => $"reopen {killed}", (real, killed) => real.Reopen(killed), (naive, killed) => naive.Reopen(killed)),
            ],
            equal: (real, naive) => real.FinalDump() == naive.Dump(),
            iter: Cases, threads: 2, printActual: real => real.FinalDump(), printModel: naive => naive.Dump());

    private static GenOperation<RealEngine, NaiveEngine> Raise => Gen.Select(Id, Gen.Int[1, 9]).Operation<RealEngine, NaiveEngine>(
        told => $"raise {told.Item1} {told.Item2}", (real, told) => real.Raise(told.Item1, told.Item2), (naive, told) => naive.Raise(told.Item1, told.Item2));

    private static GenOperation<RealEngine, NaiveEngine> Op(string name, Action<IEngineSteps, string> step) =>
        Id.Operation<RealEngine, NaiveEngine>(id => $"{name} {id}", (real, id) => step(real, id), (naive, id) => step(naive, id));
}
