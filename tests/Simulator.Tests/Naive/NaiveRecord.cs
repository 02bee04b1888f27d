namespace EntCredit.Simulator.Tests.Naive;

/// <summary>How a duty ended, with the numbers that the ledger's table uses.</summary>
internal enum End
{
    /// <summary>In time.</summary>
    Met,

    /// <summary>Late.</summary>
    Late,

    /// <summary>Taken back.</summary>
    Cancelled,
}

/// <summary>A duty that should be there.</summary>
internal sealed class NaiveDuty(string rule, string debtor, DateOnly from, DateOnly due, DateOnly openedOn)
{
    public string Rule => rule;

    public string Debtor => debtor;

    public DateOnly From { get; private set; } = from;

    public DateOnly Due { get; private set; } = due;

    public DateOnly OpenedOn => openedOn;

    public DateOnly? ClosedOn { get; private set; }

    public End? Outcome { get; private set; }

    public string? Reason { get; private set; }

    public void Keep(DateOnly day, string? lateReason = null)
    {
        (ClosedOn, Outcome) = (day, day <= Due ? End.Met : End.Late);
        Reason = Outcome == End.Late ? lateReason : null;
    }

    /// <summary>The end of its case for a reason that is neither keeping nor breaking: a breach that had happened by then stands.</summary>
    /// <param name="day">The day on which the ledger hears of it.</param>
    /// <param name="reason">The reason.</param>
    /// <param name="since">The day on which it was so, where that was earlier.</param>
    public void Lapse(DateOnly day, string reason, DateOnly? since = null)
    {
        (ClosedOn, Outcome) = (day, (since ?? day) <= Due ? End.Cancelled : End.Late);
        Reason = Outcome == End.Late ? reason + "-after-due" : reason;
    }

    /// <summary>Its start turns out to have been earlier.</summary>
    public void Restart(DateOnly earlier, DateOnly due) => (From, Due) = (earlier, due);

    public void Cancel(DateOnly day) => (ClosedOn, Outcome, Reason) = (day, End.Cancelled, "withdrawn");
}

/// <summary>A record that should be there.</summary>
internal sealed class NaiveRecord(string id, string batch, Play.Row first)
{
    /// <summary>Its id in the ledger.</summary>
    public string Id { get; set; } = id;

    /// <summary>The upload that first brought it.</summary>
    public string Batch { get; set; } = batch;

    /// <summary>The upload that collected it.</summary>
    public string? CollectedBy { get; set; }

    /// <summary>The row that it began with.</summary>
    public Play.Row First => first;

    public Play.Paper Paper => first.Paper;

    public bool Refused { get; set; }

    public bool Reviewed { get; set; }

    public bool OnlyCollected { get; set; }

    public bool Withdrawn { get; set; }

    public bool CollectedLate { get; set; }

    public DateOnly? CollectedOn { get; set; }

    public DateOnly? PublishedOn { get; set; }

    public List<NaiveDuty> Duties { get; } = [];

    public NaiveDuty? OpenDuty(string rule) => Duties.Find(duty => duty.Rule == rule && duty.ClosedOn is null);

    /// <summary>The legal state's number in the ledger's table.</summary>
    public int Phase(bool registered) => this switch
    {
        { Withdrawn: true } => 7,
        { Refused: true } => 1,
        { PublishedOn: not null } => 6,
        { OnlyCollected: true } => 5,
        { Reviewed: false } => 2,
        _ => registered ? 4 : 3,
    };
}
