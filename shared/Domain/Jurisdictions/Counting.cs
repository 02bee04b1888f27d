using EntCredit.Domain.Calendar;

namespace EntCredit.Domain.Jurisdictions;

/// <summary>How a jurisdiction counts where a clock does not say otherwise (A3, A13).</summary>
/// <param name="EventDayCounted">Whether the day of the event is the first day; 民法典 201条 does not count it.</param>
/// <param name="Roll">Whether a last day that is no working day moves (民法典 203条).</param>
public sealed record Counting(bool EventDayCounted, Roll Roll);
