namespace EntCredit.Domain.Jurisdictions;

/// <summary>Who receives the feedback of a joint sanction.</summary>
public enum FeedbackTo
{
    /// <summary>The platform.</summary>
    Platform,

    /// <summary>发布单位: the department that listed the enterprise.</summary>
    Publisher,
}
