using EntCredit.Domain.Calendar;

namespace EntCredit.Domain.Jurisdictions;

/// <summary>When the correction of a refused row is due: a setting of the product, no article says so.</summary>
/// <param name="AfterReceipt">The period from the day of the receipt.</param>
/// <param name="NotBeforeCollection">True where it is due no earlier than the row's collection itself.</param>
/// <param name="ReminderWorkingDaysBefore">How many working days before the due day the reminder is sent.</param>
public sealed record RefusedRowCorrection(Term AfterReceipt, bool NotBeforeCollection, int ReminderWorkingDaysBefore)
{
    /// <summary>The due day.</summary>
    /// <param name="afterReceipt">The last day of <see cref="AfterReceipt"/>.</param>
    /// <param name="collection">The last day of the collection clock, or null where there is none or the row's start is not known.</param>
    public DateOnly Due(DateOnly afterReceipt, DateOnly? collection) =>
        NotBeforeCollection && collection > afterReceipt ? collection.Value : afterReceipt;
}
