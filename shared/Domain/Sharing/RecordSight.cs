namespace EntCredit.Domain.Sharing;

/// <summary>How much of a record is there for who asks.</summary>
public enum RecordSight
{
    /// <summary>Nothing: it is not told that there is one.</summary>
    Nothing,

    /// <summary>The mark in place of what an objection hides.</summary>
    Mark,

    /// <summary>What it says, without what concerns natural persons.</summary>
    Content,

    /// <summary>Where it stands and what is owed, without what it says.</summary>
    State,

    /// <summary>What it says, where it stands and what is owed.</summary>
    Whole,
}
