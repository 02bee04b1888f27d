using System.Buffers;
using System.Security.Cryptography;

namespace EntCredit.Stores.Ledger;

/// <summary>An append whose events are ready to be stored.</summary>
internal sealed record EncodedAppend(string Stream, string Partition, long ExpectedVersion, IReadOnlyList<EncodedEvent> Events, bool ClaimsIdentity)
{
    private const string LettersBeside = "-_.:@~+";

    private static readonly SearchValues<char> Letters = SearchValues.Create("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789" + LettersBeside);

    /// <summary>Makes an append ready.</summary>
    /// <exception cref="ArgumentException">A name is none, or there are no events.</exception>
    public static EncodedAppend Of(Append append, RandomNumberGenerator random)
    {
        CheckName(append.Stream);
        CheckName(append.Partition);
        if (append.Events.Count == 0) throw new ArgumentException($"Nothing to append to {append.Stream}.", nameof(append));
        var events = new EncodedEvent[append.Events.Count];
        for (var index = 0; index < events.Length; index++)
            events[index] = EventCodec.Encode(append.Stream, append.ExpectedVersion + index + 1, append.Events[index], random);
        return new EncodedAppend(append.Stream, append.Partition, append.ExpectedVersion, events, append.ClaimsIdentity);
    }

    private static void CheckName(string name)
    {
        if (name.Length is 0 or > 100 || name.AsSpan().ContainsAnyExcept(Letters))
            throw new ArgumentException($"'{name}' is no stream's id: 1 to 100 ASCII letters, digits or {LettersBeside}.", nameof(name));
    }
}
