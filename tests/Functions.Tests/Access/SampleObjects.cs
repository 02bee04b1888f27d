using EntCredit.Functions.Access;

namespace EntCredit.Functions.Tests.Access;

/// <summary>
/// For every route with values: something that belongs to a department, as the values that name it. A route without a line here fails
/// <see cref="AccessTableTests"/>: add the line, and what it names to <see cref="AccessTown"/>.
/// </summary>
internal static class SampleObjects
{
    private static readonly IReadOnlyDictionary<string, SampleObject> ByRoute = new Dictionary<string, SampleObject>
    {
        ["api/v1/batches/{id}"] = new(department => new { id = AccessTown.BatchOf(department) }),
        ["api/v1/batches/{id}/receipt.{form}"] = new(department => new { id = AccessTown.BatchOf(department), form = "json" }),
        ["api/v1/batches/{id}/review"] = new(department => new { id = AccessTown.BatchOf(department) }),
        ["api/v1/batches/{id}/withdraw"] = new(department => new { id = AccessTown.BatchOf(department) }),
        ["api/v1/records/{id}/withdraw"] = new(department => new { id = AccessTown.RecordOf(department) }),
        ["api/v1/objections/{id}"] = Case,
        ["api/v1/objections/{id}/{act}"] = new(department => new { id = CaseTown.CaseOf(department), act = "verify" }),
        ["api/v1/objections/{id}/evidence/{digest}"] = new(department => new { id = CaseTown.CaseOf(department), digest = CaseTown.Evidence }),
        ["api/v1/public/objections/{case}"] = new(_ => new { @case = CaseTown.CaseOf(Personas.Neighbour) }, IsEverybodys: true),
        ["api/v1/public/objections/{case}/withdraw"] = new(_ => new { @case = CaseTown.CaseOf(Personas.Neighbour) }, IsEverybodys: true),
        ["api/v1/corrections/{id}"] = Case,
        ["api/v1/corrections/{id}/{act}"] = new(department => new { id = CaseTown.CaseOf(department), act = "confirm" }),
        ["api/v1/items/{item}"] = new(_ => new { item = "penalty" }, IsEverybodys: true),
        ["api/v1/items/{item}/template.xlsx"] = new(_ => new { item = "penalty" }, IsEverybodys: true),
        ["api/v1/records/{id}"] = new(department => new { id = AccessTown.RecordOf(department) }),
        ["api/v1/records/{id}/duties/{rule}"] = new(department => new { id = AccessTown.RecordOf(department), rule = "T1" }),
        ["api/v1/reports/{period}.{form}"] = new(_ => new { period = AccessTown.Period, form = "json" }, IsEverybodys: true),
        ["api/v1/operations/departments/{id}/keys"] = new(department => new { id = department }),
        ["api/v1/operations/departments/{id}/keys/{key}"] = new(department => new { id = department, key = Personas.SpareKeyId(department) }),
        ["api/v1/operations/law/{kind}"] = new(_ => new { kind = "departments" }, IsEverybodys: true),
        ["api/v1/duties/{stream}/{rule}"] = new(department => new { stream = AccessTown.RecordOf(department), rule = "T1" }),
        ["api/v1/sanctions/{id}"] = Case,
        ["api/v1/sanctions/{id}/persons"] = Case,
        ["api/v1/sanction-proposals/{id}"] = Proposal,
        ["api/v1/sanction-proposals/{id}/confirm"] = Proposal,
        ["api/v1/sanction-proposals/{id}/drop"] = Proposal,
        ["api/v1/counter/queries/{id}"] = Case,
        ["api/v1/counter/queries/{id}/result"] = Case,
        ["api/v1/sanctions/{id}/receive"] = Case,
        ["api/v1/sanctions/{id}/apply"] = Case,
        ["api/v1/sanctions/{id}/extend"] = Case,
        ["api/v1/sanctions/{id}/lift"] = Case,
        ["api/v1/sanctions/{id}/receive-lifting"] = Case,
        ["api/v1/restrictions/{id}"] = Case,
        ["api/v1/restrictions/{id}/feedback"] = Case,
        ["api/v1/restrictions/{id}/lift"] = Case,
        ["api/v1/dual-notices/{id}"] = Case,
        ["api/v1/dual-notices/{id}/commitment"] = Case,
        ["api/v1/dual-notices/{id}/tell"] = Case,
        ["api/v1/dual-notices/{id}/confirm"] = Case,
        ["api/v1/dual-notices/{id}/push"] = Case,
        ["api/v1/dual-notices/{id}/open"] = Case,
        ["api/v1/dual-notices/{id}/deregister"] = Case,
        ["api/v1/dual-notices/{id}/claim"] = Case,
        ["api/v1/dual-notices/{id}/acknowledge"] = Case,
        ["api/v1/dual-notices/{id}/return"] = Case,
        ["api/v1/dual-notices/{id}/complete"] = Case,
        ["api/v1/dual-notices/{id}/result"] = Case,
        ["api/v1/dual-notices/{id}/check"] = Case,
        ["api/v1/inspections/rosters/{id}"] = new(department => new { id = department }),
        ["api/v1/inspections/draws/{id}"] = Case,
        ["api/v1/inspections/draws/{id}/draw"] = Case,
        ["api/v1/inspections/draws/{id}/results"] = Case,
        ["api/v1/inspections/matters/{code}"] = new(_ => new { code = "matter-1" }, IsEverybodys: true),
        ["api/v1/public/inspections/matters/{id}"] = new(department => new { id = department }, IsEverybodys: true),
        ["api/v1/public/draws/{id}/file"] = new(_ => new { id = CaseTown.CaseOf(Personas.Neighbour) }, IsEverybodys: true),
        ["api/v1/public/draws/{id}"] = new(_ => new { id = CaseTown.CaseOf(Personas.Neighbour) }, IsEverybodys: true),
        ["api/v1/accounts/{id}"] = Case,
        ["api/v1/accounts/{id}/issue"] = Case,
        ["api/v1/accounts/{id}/refuse"] = Case,
        ["api/v1/public/accounts/{id}"] = new(_ => new { id = CaseTown.CaseOf(Personas.Neighbour) }, IsEverybodys: true),
        ["api/v1/public/accounts/{id}/key"] = new(_ => new { id = CaseTown.CaseOf(Personas.Neighbour) }, IsEverybodys: true),
        ["api/v1/enterprises/{code}"] = new(_ => new { code = AccessTown.Code }, IsEverybodys: true),
        ["api/v1/credit/enterprises/{code}"] = new(_ => new { code = AccessTown.Code }, IsEverybodys: true),
        ["api/v1/provisions/{month}/none"] = new(_ => new { month = AccessTown.Period }, IsEverybodys: true),
        ["api/v1/provisions/{id}/{month}/load"] = new(department => new { id = department, month = AccessTown.Period }),
        ["api/v1/public/enterprises/{code}"] = new(_ => new { code = AccessTown.Code }, IsEverybodys: true),
        ["enterprises/{code}"] = new(_ => new { code = AccessTown.Code }, IsEverybodys: true),
        ["{*path}"] = new(_ => new { path = "nowhere" }, IsEverybodys: true),
    };

    /// <summary>A case of the department, whatever its kind.</summary>
    private static SampleObject Case => new(department => new { id = CaseTown.CaseOf(department) });

    private static SampleObject Proposal => new(department => new { id = CaseTown.ProposalOf(department) });

    /// <summary>The sample of a door; null where it has none and needs one.</summary>
    public static SampleObject? Of(Door door) => door.Route.Contains('{', StringComparison.Ordinal) ? ByRoute.GetValueOrDefault(door.Route) : new(_ => new { }, IsEverybodys: true);

    /// <summary>Routes that have a sample and no door.</summary>
    public static IEnumerable<string> Forgotten => ByRoute.Keys.Except(Door.All.Values.Select(door => door.Route));
}
