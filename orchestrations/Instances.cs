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

    /// <summary>The orchestration that takes an upload back.</summary>
    public static string OfWithdrawal(string batch) => "withdrawal-" + batch;

    /// <summary>An objection's stream. What keeps a case's time has the name of the case's stream.</summary>
    public static string OfObjection(string id) => "objection-" + id;

    /// <summary>A correction's stream and instance.</summary>
    public static string OfCorrection(string id) => "correction-" + id;

    /// <summary>A sanction's stream. Nothing waits for it: each delivery keeps its own time.</summary>
    public static string OfSanction(string id) => "sanction-" + id;

    /// <summary>The stream of a draw by lot.</summary>
    public static string OfDraw(string id) => "draw-" + id;

    /// <summary>The stream of the lists that a draw was announced with.</summary>
    public static string OfDrawLists(string id) => $"draw-{id}-lists";

    /// <summary>The stream of a department's list of matters.</summary>
    public static string OfMatters(string department) => "matters-" + department;

    /// <summary>The stream of what is known of an enterprise's credit.</summary>
    public static string OfCredit(string jurisdiction, string subject) => $"credit-{jurisdiction}-{subject}";

    /// <summary>The stream of a jurisdiction's list of market entities.</summary>
    public static string OfEntityList(string jurisdiction) => "entities-" + jurisdiction;

    /// <summary>The stream and instance of a sanction's delivery to one department: each owes for itself.</summary>
    public static string OfSanctionDelivery(string sanction, string department) => $"sanction-{sanction}-{department}";

    /// <summary>A restriction's stream and instance.</summary>
    public static string OfRestriction(string id) => "restriction-" + id;

    /// <summary>The stream of a query at a counter.</summary>
    public static string OfCounterQuery(string id) => "counter-" + id;

    /// <summary>The stream of an application for an account.</summary>
    public static string OfAccount(string id) => "account-" + id;

    /// <summary>The stream of a consent to what is not shared.</summary>
    public static string OfConsent(string id) => "consent-" + id;

    /// <summary>A notice's stream and instance.</summary>
    public static string OfNotice(string id) => "notice-" + id;

    /// <summary>The stream and instance of a department's roster of inspectors.</summary>
    public static string OfRoster(string department) => "roster-" + department;

    /// <summary>The stream and instance of a department's provision for a month.</summary>
    /// <param name="department">The department.</param>
    /// <param name="month">Any day of the month.</param>
    public static string OfProvision(string department, DateOnly month) => $"provision-{department}-{month:yyyyMM}";
}
