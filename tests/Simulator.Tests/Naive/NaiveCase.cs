namespace EntCredit.Simulator.Tests.Naive;

/// <summary>A case and the duties that must be there.</summary>
internal sealed class NaiveCase(string stream)
{
    public string Stream => stream;

    public List<NaiveDuty> Duties { get; } = [];

    /// <summary>Where a claim of a notice that was never made begins the tracking, once it is overdue: the approver; else null.</summary>
    public string? Untracked { get; set; }

    public NaiveDuty? Open(string rule) => Duties.Find(duty => duty.Rule == rule && duty.ClosedOn is null);

    public void Owe(string rule, string debtor, DateOnly from, DateOnly due, DateOnly today) => Duties.Add(new NaiveDuty(rule, debtor, from, due, today));

    public void Keep(string rule, DateOnly today, string? lateReason = null) => Open(rule)?.Keep(today, lateReason);

    public void Lapse(DateOnly today, string reason)
    {
        foreach (var duty in Duties.Where(duty => duty.ClosedOn is null)) duty.Lapse(today, reason);
    }

    /// <summary>五(三), A31: who does not claim in time is bound to look from the day on which the claim fell due. Said by whoever notes the breach.</summary>
    public void Dawn(DateOnly today)
    {
        if (Untracked is not { } approver || Open("T9") is not { } claim || claim.Due >= today) return;
        Owe("T11", approver, claim.Due, NaiveLaw.SixtyDaysAfter(claim.Due), claim.Due.AddDays(1));
        Untracked = null;
    }
}
