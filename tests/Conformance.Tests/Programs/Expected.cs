namespace EntCredit.Conformance.Tests.Programs;

/// <summary>What a program says, worked out without any engine.</summary>
internal sealed class Expected
{
    private readonly List<(string Name, string Payload)> _events = [];

    private Expected()
    {
    }

    /// <summary>What it says, and the events that it needs for that, those of a name in their order.</summary>
    public static (string Said, IReadOnlyList<(string Name, string Payload)> Events) Of(IReadOnlyList<Op> program)
    {
        var expected = new Expected();
        return (expected.Said(program), expected._events);
    }

    /// <summary>The name of the event that a step waits for: few, so that several wait for one name after the other.</summary>
    public static string EventOf(Op op) => "event" + (op.Number % 3);

    private string Said(IReadOnlyList<Op> ops) => string.Concat(ops.Select(Said));

    private string Said(Op op)
    {
        switch (op.Kind)
        {
            case OpKind.Activity or OpKind.Retried:
                return $"{op.Number * op.Number} ";
            case OpKind.Failing:
                return $"!{op.Number} ";
            case OpKind.Event:
                _events.Add((EventOf(op), $"<{op.Number}> "));
                return $"<{op.Number}> ";
            case OpKind.Sub:
                return $"({Said(op.Parts!)})";
            case OpKind.All:
                return $"[{Said(op.Parts!)}]";
            case OpKind.Again:
                return "";
            default:
                return $"{op.Kind} ";
        }
    }
}
