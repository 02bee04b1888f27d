using EntCredit.Domain.Batches;
using EntCredit.Domain.Events;
using EntCredit.Domain.Jurisdictions;

namespace EntCredit.Domain.Records;

/// <summary>
/// Which of two copies of one fact counts (C9): that of the channel which the profile names first. A copy by no channel of the document has no rank: then, as
/// between equals, the later one corrects.
/// </summary>
public static class ChannelAuthority
{
    /// <summary>
    /// The channel because of which a row with other content corrects nothing: it brought, or confirmed, what the record says, and goes before the row's own.
    /// Null where the row corrects, says the same, or begins a record.
    /// </summary>
    public static Channel? Outranking(RecordCommand.Take take, Record state, RecordRules rules)
    {
        if (state.Source is null || state.Phase == RecordPhase.Withdrawn || take.Digest == state.Digest || (CameTheSameWay(take, state) && state.Confirmed.IsEmpty)) return null;
        var channels = rules.Profile.ChannelsFor(take.Content.Item, null, take.ProviderLevel).ToList();
        var (own, holding) = (ChannelOf(take, rules), Holding(take, state, rules).ToList());
        var (rank, first) = (channels.FindIndex(channel => channel.Id == own), channels.FindIndex(channel => holding.Contains(channel.Id)));
        return first >= 0 && first < rank ? channels[first] : null;
    }

    /// <summary>What is kept of a row that changes nothing: once for each channel that says what the record says, and for each other content of a channel.</summary>
    internal static Decision<RecordEvent> Keep(RecordCommand.Take take, Record state, RecordRules rules)
    {
        var same = take.Digest == state.Digest;
        if ((same && CameTheSameWay(take, state)) || ChannelOf(take, rules) is not { } own) return Decision<RecordEvent>.Nothing;
        if (same ? Holding(take, state, rules).Contains(own) : state.Evidence.Contains(EvidenceOf(own, take.Digest))) return Decision<RecordEvent>.Nothing;
        return Decision<RecordEvent>.Of(new RecordEvent.EvidenceKept(take.At, take.Origin.Provider, take.Origin.Batch, take.Origin.Line, own, take.Digest)
        {
            Content = same ? null : take.Content.WithoutPersonal(),
            Personal = same || take.Content.Personal.Count == 0 ? null : take.Content.Personal,
        });
    }

    /// <summary>How <see cref="Record.Evidence"/> names what one channel said.</summary>
    internal static string EvidenceOf(string channel, string digest) => channel + " " + digest;

    // Most rows that come again come as they came before: nothing is looked up for them.
    private static bool CameTheSameWay(RecordCommand.Take take, Record state) =>
        take.Channel == state.Channel && BatchIds.DoorOf(take.Origin.Batch) == BatchIds.DoorOf(state.Source!);

    private static IEnumerable<string?> Holding(RecordCommand.Take take, Record state, RecordRules rules) =>
        state.Confirmed.Append(state.Channel ?? DefaultOf(state.Source!, take, rules));

    private static string? ChannelOf(RecordCommand.Take take, RecordRules rules) => take.Channel ?? DefaultOf(take.Origin.Batch, take, rules);

    private static string? DefaultOf(string source, RecordCommand.Take take, RecordRules rules) =>
        BatchIds.DoorOf(source) is { } door ? rules.Profile.ChannelOf(door, take.Content.Item, take.ProviderLevel)?.Id : null;
}
