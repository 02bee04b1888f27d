namespace EntCredit.Orchestrations;

/// <summary>Instance ids: derived from the ledger's ids, ASCII, at most 100 characters.</summary>
public static class Instances
{
    /// <summary>The event that wakes a waiting orchestration. It carries no fact: who wakes reads the ledger.</summary>
    public const string Wake = "wake";

    /// <summary>The orchestration of an upload.</summary>
    public static string OfBatch(string batch) => "batch-" + batch;

    /// <summary>The orchestration that keeps a cohort's time.</summary>
    public static string OfCohort(string cohort) => "cohort-" + cohort;

    /// <summary>The orchestration that keeps the time of a batch's refused rows.</summary>
    public static string OfMending(string cohort) => "mending-" + cohort;

    /// <summary>The orchestration that releases a batch after its secrecy review.</summary>
    public static string OfReview(string batch) => "review-" + batch;
}
