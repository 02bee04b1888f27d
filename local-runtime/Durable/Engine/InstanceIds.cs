namespace EntCredit.LocalRuntime.Durable.Engine;

/// <summary>Which instance ids are valid: those that a Functions host takes.</summary>
internal static class InstanceIds
{
    private const int Longest = 256;

    /// <summary>Gives a valid id back.</summary>
    /// <exception cref="ArgumentException">It begins with @, is too long, or holds /, \, #, ? or a control character.</exception>
    public static string Check(string id)
    {
        if (id.StartsWith('@'))
            throw new ArgumentException("Orchestration instance ids must not start with @.", nameof(id));
        if (id.Any(c => c is '/' or '\\' or '?' or '#' || char.IsControl(c)))
            throw new ArgumentException("Orchestration instance ids must not contain /, \\, #, ?, or control characters.", nameof(id));
        return id.Length <= Longest
            ? id
            : throw new ArgumentException($"Instance ID lengths must not exceed {Longest} characters.", nameof(id));
    }
}
