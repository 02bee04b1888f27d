using System.Collections;

namespace EntCredit.LocalRuntime.Worker.Invocation;

/// <summary>What every log line of a run carries.</summary>
internal sealed class RunScope(string function, string invocation) : IReadOnlyList<KeyValuePair<string, object>>
{
    public int Count => 2;

    public KeyValuePair<string, object> this[int index] =>
        index switch
        {
            0 => new("Function", function),
            1 => new("InvocationId", invocation),
            _ => throw new ArgumentOutOfRangeException(nameof(index)),
        };

    public IEnumerator<KeyValuePair<string, object>> GetEnumerator()
    {
        yield return this[0];
        yield return this[1];
    }

    public override string ToString() => $"{function} {invocation}";

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
}
