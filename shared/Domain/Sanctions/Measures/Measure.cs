using EntCredit.Domain.Jurisdictions;

namespace EntCredit.Domain.Sanctions.Measures;

/// <summary>A measure of joint punishment (惩戒措施).</summary>
/// <param name="Code">Lower case, e.g. procurement-listed.</param>
/// <param name="Name">What is restricted, in Chinese.</param>
/// <param name="Matter">The matter that it concerns: what is asked for at a counter.</param>
/// <param name="Effect">What it does.</param>
/// <param name="Authorities">The authorities that carry it out; empty where every department does (各部门).</param>
/// <param name="PersonsToo">Whether responsible persons are restricted by it (L7).</param>
/// <param name="Years">How long it lasts, counted from the listing; null where it lasts as long as the listing.</param>
/// <param name="Source">The published provision that it rests on; null for an example.</param>
/// <param name="IsExample">True for an invented entry (示例): never law, and refused where the public reaches the system.</param>
public sealed record Measure(
    string Code,
    string Name,
    string Matter,
    MeasureEffect Effect,
    IReadOnlyList<string> Authorities,
    bool PersonsToo,
    int? Years,
    LegalBasis? Source,
    bool IsExample);
