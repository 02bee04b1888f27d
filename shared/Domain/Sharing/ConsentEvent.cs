using EntCredit.Domain.Events;

namespace EntCredit.Domain.Sharing;

/// <summary>A fact about what a department may see beyond what is shared.</summary>
public abstract record ConsentEvent(DateTimeOffset At) : DomainEvent(At)
{
    /// <summary>Another department's application was consented to (向上级市场监督管理部门或提供信息的主管部门申请并获同意: 界政办〔2020〕5号 五(八)).</summary>
    /// <param name="At">The legal instant.</param>
    /// <param name="By">Who consents.</param>
    /// <param name="ByMarketSupervision">Whether it does so as market supervision, for all of its jurisdiction; else for what it provides.</param>
    /// <param name="Jurisdiction">The consenting department's.</param>
    /// <param name="To">Who applied.</param>
    /// <param name="Subject">The enterprise's internal id.</param>
    /// <param name="Purpose">The duty that it serves.</param>
    /// <param name="Notice">The number of the written consent.</param>
    /// <param name="Until">The last day on which it holds.</param>
    [EventName("sharing.consent-given")]
    public sealed record Given(
        DateTimeOffset At, string By, bool ByMarketSupervision, string Jurisdiction, string To, string Subject, string Purpose, string Notice, DateOnly Until)
        : ConsentEvent(At), IOfJurisdiction
    {
        /// <summary>Whether a department's records of a jurisdiction are meant.</summary>
        public bool Covers(string provider, string jurisdiction) => provider == By || (ByMarketSupervision && jurisdiction == Jurisdiction);
    }
}
