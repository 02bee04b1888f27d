namespace EntCredit.Domain.Sharing;

/// <summary>A department consents to another's application.</summary>
/// <param name="At">The legal instant.</param>
/// <param name="By">Who consents.</param>
/// <param name="ByMarketSupervision">Whether it does so as market supervision.</param>
/// <param name="To">Who applied.</param>
/// <param name="Subject">The enterprise's internal id.</param>
/// <param name="Purpose">The duty that it serves.</param>
/// <param name="Notice">The number of the written consent.</param>
/// <param name="Until">The last day on which it holds.</param>
public sealed record ConsentCommand(
    DateTimeOffset At, string By, bool ByMarketSupervision, string To, string Subject, string Purpose, string Notice, DateOnly Until);
