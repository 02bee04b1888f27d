namespace EntCredit.Orchestrations;

/// <summary>An upload to carry through.</summary>
/// <param name="Batch">The batch's id.</param>
/// <param name="From">The segment to go on with: the ones before it are taken.</param>
public sealed record BatchInput(string Batch, int From = 0);

/// <summary>What reading an upload found.</summary>
/// <param name="Segments">Segments to take; 0 where the file was refused whole or repeats an earlier one.</param>
/// <param name="Refused">1 where the file was refused as a whole, else 0.</param>
public sealed record ReadOutcome(int Segments, int Refused);

/// <summary>Segments of an upload to take, for a turn.</summary>
/// <param name="Batch">The batch's id.</param>
/// <param name="Segment">The segment to go on with.</param>
public sealed record SegmentInput(string Batch, int Segment);

/// <summary>How far an upload has come after a turn.</summary>
/// <param name="Next">The segment to go on with.</param>
/// <param name="Rows">Rows answered so far.</param>
/// <param name="Accepted">Rows accepted so far.</param>
/// <param name="Refused">Rows refused so far.</param>
public sealed record SegmentOutcome(int Next, int Rows, int Accepted, int Refused);

/// <summary>A cohort to keep the time of.</summary>
/// <param name="Cohort">The cohort's id.</param>
public sealed record CohortInput(string Cohort);

/// <summary>One page of a cohort.</summary>
/// <param name="Cohort">The cohort's id.</param>
/// <param name="Chunk">The segment of its batch to begin at.</param>
public sealed record PageInput(string Cohort, int Chunk);

/// <summary>What became of a page.</summary>
/// <param name="NextChunk">The segment to go on with, or -1 where this was the last.</param>
/// <param name="Pending">Records of the page that still wait.</param>
/// <param name="Due">The earliest last day among the duties that they wait under, or null where none of them has one ahead.</param>
public sealed record PageOutcome(int NextChunk, int Pending, DateOnly? Due);

/// <summary>Refused rows to keep the time of.</summary>
/// <param name="Cohort">The cohort's id.</param>
/// <param name="RemindOn">The day on which the department is reminded.</param>
/// <param name="Due">The last day for the mended rows.</param>
public sealed record MendingInput(string Cohort, DateOnly RemindOn, DateOnly Due);

/// <summary>The cohorts of a batch.</summary>
/// <param name="Cohorts">Their ids, one a line.</param>
public sealed record ReviewCohorts(string Cohorts);

/// <summary>One page of what a review releases.</summary>
/// <param name="Batch">The batch whose review is declared done.</param>
/// <param name="Cohort">One of its cohorts.</param>
/// <param name="Chunk">The segment of its batch to begin at.</param>
public sealed record ReviewPageInput(string Batch, string Cohort, int Chunk);

/// <summary>How far a review has come.</summary>
/// <param name="NextChunk">The segment to go on with, or -1 where this was the cohort's last.</param>
/// <param name="Released">Records released by the page.</param>
public sealed record ReviewPageOutcome(int NextChunk, int Released);

/// <summary>What a review came to.</summary>
/// <param name="Batch">The batch.</param>
/// <param name="Released">Records released.</param>
public sealed record ReviewSum(string Batch, int Released);

/// <summary>One page of what is taken back with its upload.</summary>
/// <param name="Batch">The batch.</param>
/// <param name="Cohort">One of its cohorts.</param>
/// <param name="Chunk">The segment of its batch to begin at.</param>
public sealed record WithdrawPageInput(string Batch, string Cohort, int Chunk);

/// <summary>How far a withdrawal has come.</summary>
/// <param name="NextChunk">The segment to go on with, or -1 where this was the cohort's last.</param>
/// <param name="Withdrawn">Records of the page that are withdrawn.</param>
/// <param name="Public">Records of the page that are public and stay.</param>
public sealed record WithdrawPageOutcome(int NextChunk, int Withdrawn, int Public);

/// <summary>What a withdrawal came to.</summary>
/// <param name="Batch">The batch.</param>
/// <param name="Withdrawn">Records withdrawn.</param>
/// <param name="Public">Records that were public already.</param>
public sealed record WithdrawalSum(string Batch, int Withdrawn, int Public);

/// <summary>A case to keep the time of.</summary>
/// <param name="Case">Its stream.</param>
public sealed record CaseInput(string Case);

/// <summary>Where a case stands.</summary>
/// <param name="Finished">1 where nothing more is owed or expected in it, else 0.</param>
/// <param name="Due">The earliest last day among its open duties of which the end is not noted, or null where there is none.</param>
public sealed record CaseOutcome(int Finished, DateOnly? Due);
