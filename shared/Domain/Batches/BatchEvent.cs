using System.Text.Json.Serialization;
using EntCredit.Domain.Events;
using EntCredit.Domain.Jurisdictions;

namespace EntCredit.Domain.Batches;

/// <summary>A fact in the life of one upload. Its stream is <c>batch-{id}</c>.</summary>
public abstract record BatchEvent(DateTimeOffset At) : DomainEvent(At)
{
    /// <summary>The upload arrived.</summary>
    /// <param name="At">When its content reached storage: the collection day of its rows.</param>
    /// <param name="Department">Who uploaded it.</param>
    /// <param name="Jurisdiction">The profile that the department follows.</param>
    /// <param name="Item">The catalogue item.</param>
    /// <param name="Path">The blob's path in <c>uploads/</c>.</param>
    /// <param name="ETag">The blob's ETag: a later overwrite is another upload.</param>
    /// <param name="Bytes">Its length.</param>
    /// <param name="ReviewDeclared">What the upload's metadata declares of the secrecy review, or null.</param>
    [EventName("batch.arrived")]
    public sealed record Arrived(
        DateTimeOffset At, string Department, string Jurisdiction, string Item, string Path, string ETag, long Bytes, bool? ReviewDeclared)
        : BatchEvent(At)
    {
        /// <summary>The door of records that an app posts; an upload's is null.</summary>
        public const string Api = "api";

        /// <summary>The door that it came by: null for an upload, <see cref="Api"/> for a post. Of a post, path and ETag are its key and the digest of its body.</summary>
        [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
        public string? Door { get; init; }

        /// <summary>The channel of the profile that it came by, as declared; null where its door says it (<see cref="JurisdictionProfile.ChannelOf"/>).</summary>
        [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
        public string? Channel { get; init; }

        /// <summary>The department's signature over the bytes; null where there is none, or the profile does not speak of it. It holds where the batch was read.</summary>
        [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
        public SubmissionSignature? Signature { get; init; }

        /// <summary>Why the upload is refused before it is read (no such department, not its item), or null.</summary>
        public Refused? Refusal { get; init; }
    }

    /// <summary>The file was read whole into segments of rows.</summary>
    /// <param name="At">When.</param>
    /// <param name="ContentSha256">The digest of the file's bytes, lower-case hex.</param>
    /// <param name="SameAs">An earlier batch of the same department and item with the same bytes, or null.</param>
    /// <param name="Rows">Rows found.</param>
    /// <param name="Segments">Segments written.</param>
    /// <param name="Format">"csv", "xlsx" …</param>
    /// <param name="Encoding">The encoding found, or null.</param>
    [EventName("batch.read")]
    public sealed record Read(
        DateTimeOffset At, string ContentSha256, string? SameAs, int Rows, int Segments, string? Format, string? Encoding) : BatchEvent(At);

    /// <summary>The file as a whole was refused and lies in quarantine.</summary>
    [EventName("batch.refused")]
    public sealed record Refused(DateTimeOffset At, string Code, string Message, string Mend) : BatchEvent(At);

    /// <summary>One segment's rows are in the ledger.</summary>
    [EventName("batch.segment-taken")]
    public sealed record SegmentTaken(DateTimeOffset At, int Segment, BatchCounts Counts) : BatchEvent(At);

    /// <summary>The receipt lies in <c>receipts/</c>.</summary>
    [EventName("batch.receipted")]
    public sealed record Receipted(DateTimeOffset At, string Receipt, BatchCounts Counts) : BatchEvent(At);

    /// <summary>The provider declared the secrecy review of the whole upload done.</summary>
    [EventName("batch.review-done")]
    public sealed record ReviewDone(DateTimeOffset At, string By) : BatchEvent(At);

    /// <summary>What the declared review released, once every record was asked.</summary>
    /// <param name="At">When.</param>
    /// <param name="Records">Records released.</param>
    [EventName("batch.review-carried-out")]
    public sealed record ReviewCarriedOut(DateTimeOffset At, int Records) : BatchEvent(At);

    /// <summary>The provider takes the whole upload back: what is not public of it yet is withdrawn from now on.</summary>
    [EventName("batch.withdrawn")]
    public sealed record Withdrawn(DateTimeOffset At, string By, string Reason) : BatchEvent(At);

    /// <summary>Every record of a withdrawn upload was asked.</summary>
    /// <param name="At">When.</param>
    /// <param name="Records">Records withdrawn.</param>
    /// <param name="Public">Records that were public already, and stay.</param>
    [EventName("batch.withdrawal-done")]
    public sealed record WithdrawalDone(DateTimeOffset At, int Records, int Public) : BatchEvent(At);
}
