namespace EntCredit.Conformance.Tests.Programs;

/// <summary>A program made at random, the same for the same seed: the two engines are given the same ones.</summary>
internal sealed class AnyProgram
{
    private static readonly OpKind[] Plain =
    [
        OpKind.Activity, OpKind.Activity, OpKind.Failing, OpKind.Retried, OpKind.Timer, OpKind.CancelledTimer, OpKind.TimedOutEvent, OpKind.Guid,
    ];

    private readonly Random _random;
    private int _number;

    private AnyProgram(int seed) => _random = new(seed);

    /// <summary>The steps of a program.</summary>
    public static IReadOnlyList<Op> Of(int seed)
    {
        var program = new AnyProgram(seed);
        return [.. Enumerable.Range(0, program._random.Next(1, 9)).Select(_ => program.Step())];
    }

    private Op Step() => _random.Next(10) switch
    {
        0 => new(OpKind.Again, ++_number),
        1 => new(OpKind.Sub, ++_number, Parts(OpKind.Again)),
        // Two waits of one name at once would take their events by how these arrive.
        2 => new(OpKind.All, ++_number, [.. Parts(OpKind.Sub), new(OpKind.Event, ++_number)]),
        3 or 4 => new(OpKind.Event, ++_number),
        _ => PlainStep(),
    };

    private Op PlainStep() => new(Plain[_random.Next(Plain.Length)], ++_number);

    /// <summary>Some plain steps, and perhaps one of a given kind.</summary>
    private List<Op> Parts(OpKind more)
    {
        var parts = Enumerable.Range(0, _random.Next(1, 4)).Select(_ => PlainStep()).ToList();
        if (_random.Next(2) == 0)
            parts.Insert(_random.Next(parts.Count), more == OpKind.Sub ? new(OpKind.Sub, ++_number, [PlainStep()]) : new(more, ++_number));
        return parts;
    }
}
