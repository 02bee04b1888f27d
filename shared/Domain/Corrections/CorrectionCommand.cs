using EntCredit.Domain.Intake;

namespace EntCredit.Domain.Corrections;

/// <summary>What may be asked of a correction. Each carries the legal instant at which it happens.</summary>
public abstract record CorrectionCommand(DateTimeOffset At)
{
    /// <summary>The public reports an error to the provider (向提供该数据的机关反映).</summary>
    /// <param name="At">When the provider received the report.</param>
    /// <param name="About">What is held to be wrong.</param>
    /// <param name="Source">The report's or the objection's id.</param>
    public sealed record Report(DateTimeOffset At, CorrectionSubject About, string Source) : CorrectionCommand(At);

    /// <summary>The provider finds an error of its own.</summary>
    /// <param name="At">When it says so.</param>
    /// <param name="About">What is wrong.</param>
    /// <param name="By">Who found it.</param>
    /// <param name="DiscoveredOn">发现之日.</param>
    /// <param name="What">What is wrong, in Chinese, without personal data.</param>
    public sealed record Discover(DateTimeOffset At, CorrectionSubject About, string By, DateOnly DiscoveredOn, string What) : CorrectionCommand(At);

    /// <summary>The provider confirms a reported error (确认应予更正).</summary>
    public sealed record Confirm(DateTimeOffset At, string By, string What) : CorrectionCommand(At);

    /// <summary>The provider finds that there is no error.</summary>
    public sealed record Dismiss(DateTimeOffset At, string By, string Reason) : CorrectionCommand(At);

    /// <summary>The provider asks for the correction.</summary>
    /// <param name="At">When.</param>
    /// <param name="By">Who asks.</param>
    /// <param name="Notice">The id of the written request.</param>
    /// <param name="ContentDigest">The digest of the corrected content.</param>
    /// <param name="Content">The validated content that is to be shown, personal data with it; null where the case is carried out elsewhere.</param>
    public sealed record Request(DateTimeOffset At, string By, string Notice, string ContentDigest, RecordContent? Content = null) : CorrectionCommand(At);

    /// <summary>What was asked for is done.</summary>
    public sealed record CarryOut(DateTimeOffset At, string By) : CorrectionCommand(At);

    /// <summary>Write down that a duty's last day has ended.</summary>
    public sealed record NoteOverdue(DateTimeOffset At) : CorrectionCommand(At);
}
