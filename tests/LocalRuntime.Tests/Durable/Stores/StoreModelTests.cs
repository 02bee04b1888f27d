using CsCheck;

namespace EntCredit.LocalRuntime.Tests.Durable.Stores;

/// <summary>
/// The store against a naive one: after any steps both hold the same, gave the same answers, and memory was told of all that there is to do.
/// A thousand cases; ten thousand with <c>ENTCREDIT_FULL=1</c>. A failure prints its seed and the shortest steps that lead to it.
/// </summary>
public sealed class StoreModelTests
{
    private static readonly int Cases = Environment.GetEnvironmentVariable("ENTCREDIT_FULL") == "1" ? 10_000 : 1_000;

    [Fact]
    public void Store_AnySteps_HoldsWhatTheNaiveOneHolds() => Gen.Const(() => (new RealStore([]), new NaiveStore()))
        .SampleModelBased(StoreOperations.OneByOne, equal: AreEqual, iter: Cases, threads: 2, printActual: real => real.FinalDump(), printModel: naive => naive.Dump());

    [Fact]
    public void Store_StepsSideBySide_HoldsWhatSomeOrderOfThemGives() => StoreOperations.Before
        .Select(before => (new RealStore(before), NaiveStore.After(before)))
        .SampleParallel(
            StoreOperations.SideBySide, equal: AreEqual, maxSequentialOperations: 3, maxParallelOperations: 5, iter: Cases, threads: 3,
            printActual: real => real.FinalDump(), printModel: naive => naive.Dump());

    private static bool AreEqual(RealStore real, NaiveStore naive) => real.FinalDump() == naive.Dump() && real.Results.SequenceEqual(naive.Results);
}
