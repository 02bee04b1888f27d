using EntCredit.Domain.Catalogue;

namespace EntCredit.Domain.Intake;

/// <summary>What days of one row say about each other (双公示 2015: SJC ≥ JDRQ, JZQ ≥ JDRQ, none later than the report).</summary>
internal static class DateRules
{
    private static readonly FieldRole[] Past = [FieldRole.DecidedOn, FieldRole.ChangedOn, FieldRole.EndedOn, FieldRole.GeneratedOn, FieldRole.ReceivedOn, FieldRole.UpdatedOn];

    private static readonly (FieldRole Later, FieldRole Earlier)[] Order =
    [
        (FieldRole.ValidUntil, FieldRole.ValidFrom),
        (FieldRole.ValidUntil, FieldRole.DecidedOn),
        (FieldRole.PublishUntil, FieldRole.DecidedOn),
        (FieldRole.UpdatedOn, FieldRole.DecidedOn),
        (FieldRole.ChangedOn, FieldRole.DecidedOn),
        (FieldRole.EndedOn, FieldRole.DecidedOn),
        (FieldRole.ReceivedOn, FieldRole.GeneratedOn),
        (FieldRole.ReceivedOn, FieldRole.DecidedOn),
    ];

    public static void Apply(RowScan scan)
    {
        foreach (var role in Past)
        {
            var value = scan[role];
            if (value.Day > scan.ReceivedOn)
                scan.Refuse(IntakeErrors.DateInFuture, value.Mapped!, value.Raw, value.Mapped!.Field.Name, Iso(value.Day), Iso(scan.ReceivedOn));
        }

        var told = FieldRole.None;
        foreach (var (later, earlier) in Order)
        {
            var (a, b) = (scan[later], scan[earlier]);
            // One wrong day is one fault, however many others it contradicts.
            if (a.Day >= b.Day || a.Day is null || b.Day is null || later == told) continue;
            told = later;
            scan.Refuse(IntakeErrors.DateOrder, a.Mapped!, a.Raw, a.Mapped!.Field.Name, Iso(a.Day), b.Mapped!.Field.Name, Iso(b.Day));
        }

        var (arose, decided) = (scan[FieldRole.GeneratedOn], scan[FieldRole.DecidedOn]);
        if (arose.Day < decided.Day) scan.Warn(IntakeErrors.GeneratedBeforeDecided, arose.Mapped!, arose.Raw, Iso(arose.Day), Iso(decided.Day));
    }

    private static string Iso(DateOnly? day) => day!.Value.ToString("yyyy-MM-dd");
}
