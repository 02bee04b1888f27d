namespace EntCredit.Domain.Compliance;

/// <summary>A department's information of one kind in a period (R9: 不延误、不缺类、不漏项; R15).</summary>
/// <param name="Item">The catalogue item's code.</param>
/// <param name="Name">Its Chinese name.</param>
/// <param name="Counts">What became of it.</param>
/// <param name="Missing">缺类: the department gave it in the twelve months before, and gave nothing of it in the period, nor said that there was nothing.</param>
/// <param name="Gaps">漏项: the fields that its records leave empty.</param>
public sealed record ItemQuality(string Item, string Name, QualityCounts Counts, bool Missing, IReadOnlyList<FieldGap> Gaps);
