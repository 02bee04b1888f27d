namespace EntCredit.Domain.Sharing;

/// <summary>A department that asks what is collected under an enterprise's name.</summary>
/// <param name="Department">Its id.</param>
/// <param name="Jurisdiction">Its own.</param>
/// <param name="Publishes">Whether it is market supervision, which publishes in its jurisdiction and answers for what is shown.</param>
/// <param name="Supervises">Whether it supervises how duties are kept: auditor, operator.</param>
/// <param name="Everywhere">Whether it does so in every jurisdiction.</param>
/// <param name="Consents">What it was consented to about the enterprise, in force.</param>
public sealed record RecordReader(
    string Department, string Jurisdiction, bool Publishes, bool Supervises, bool Everywhere, IReadOnlyList<ConsentEvent.Given> Consents);
