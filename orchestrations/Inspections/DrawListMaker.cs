using EntCredit.Domain.Inspections;
using EntCredit.Orchestrations.Cases;
using EntCredit.Orchestrations.Credit;
using EntCredit.Stores.Views;

namespace EntCredit.Orchestrations.Inspections;

/// <summary>Makes the lists of a draw from the register, the credit classes and the rosters as they are now.</summary>
public sealed class DrawListMaker(InspectionDesk inspections, ICreditBook book, CreditDesk credit, IIntakeIndex index)
{
    /// <summary>The lists in order, and the departments whose roster lacks a change.</summary>
    public async Task<(DrawLists Lists, IReadOnlyList<string> Stale)> MakeAsync(DrawAnnouncement announced, CancellationToken cancellation)
    {
        var entities = await book.EntitiesAsync(announced.Jurisdiction, cancellation);
        var subjects = await WeighedAsync(entities, announced, cancellation);
        List<DrawInspector> inspectors = [];
        List<DrawConflict> conflicts = [];
        List<string> stale = [];
        var numberOf = entities.ToDictionary(entity => entity.Subject, entity => entity.Number, StringComparer.Ordinal);
        foreach (var department in announced.Departments)
        {
            var roster = (await inspections.RosterAsync(department, cancellation)).State;
            if (roster.StaleSince is not null) stale.Add(department);
            inspectors.AddRange(roster.Inspectors.Select(inspector => new DrawInspector(department, inspector.Code)));
            var avoided = await KnownAsync(roster, cancellation);
            conflicts.AddRange(
                from inspector in roster.Inspectors
                from number in inspector.Avoids
                where avoided.TryGetValue(number, out var subject) && numberOf.ContainsKey(subject)
                select new DrawConflict(department, inspector.Code, numberOf[avoided[number]]));
        }

        var lists = new DrawLists(
            announced.Jurisdiction, announced.Departments, announced.Matter, announced.SubjectsToDraw, announced.InspectorsEach, subjects, inspectors, conflicts);
        return (lists.Ordered(), stale);
    }

    // R5 界政办〔2020〕5号 五(五): 开展“双随机”定向抽查,增加抽查比例; where the document says nothing of it, everybody weighs 1 (A43).
    private async Task<IReadOnlyList<DrawSubject>> WeighedAsync(
        IReadOnlyList<RegisteredEntity> entities, DrawAnnouncement announced, CancellationToken cancellation)
    {
        if (credit.SchemeOf(announced.Jurisdiction) is not { } scheme)
            return announced.OnlyClasses.Count > 0 ? [] : [.. entities.Select(entity => new DrawSubject(entity.Number, 1, null))];
        var classes = await credit.ClassesAsync(scheme, cancellation);
        return
        [
            .. entities.Select(entity => (entity.Number, Class: classes.GetValueOrDefault(entity.Subject, scheme.Default)))
                .Where(one => announced.OnlyClasses.Count == 0 || announced.OnlyClasses.Contains(one.Class.Id))
                .Select(one => new DrawSubject(one.Number, one.Class.InspectionWeight, one.Class.Id)),
        ];
    }

    // An inspector may name an enterprise by either number, or one that the ledger never met.
    private async Task<Dictionary<string, string>> KnownAsync(Roster roster, CancellationToken cancellation)
    {
        var numbers = roster.Inspectors.SelectMany(inspector => inspector.Avoids).Distinct(StringComparer.Ordinal).Select(CaseSubjects.NumberOf).OfType<(Domain.Subjects.AliasKind, string)>();
        return (await index.SubjectsAsync([.. numbers], cancellation)).ToDictionary(known => known.Key.Value, known => known.Value.Id, StringComparer.Ordinal);
    }
}
