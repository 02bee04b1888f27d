using EntCredit.Domain.Jurisdictions;

namespace EntCredit.Domain.Credit;

/// <summary>
/// 信用分类 of a jurisdiction as a table of rules: what its document calls classes, which records lead there, what follows, and which signals warn.
/// Where a document is silent the scheme is too; what rests on nothing published is marked 示例 and takes part only where the operator asks for it (A41).
/// </summary>
public sealed record CreditScheme
{
    /// <summary>The jurisdiction's id.</summary>
    public required string Jurisdiction { get; init; }

    /// <summary>Its name, in Chinese.</summary>
    public required string Name { get; init; }

    /// <summary>The version of the table: every decision names it.</summary>
    public required string Version { get; init; }

    /// <summary>The document.</summary>
    public required string Document { get; init; }

    /// <summary>The first day on which it holds.</summary>
    public required DateOnly HoldsFrom { get; init; }

    /// <summary>The classes, the best first.</summary>
    public required IReadOnlyList<CreditClass> Classes { get; init; }

    /// <summary>What leads to a class.</summary>
    public required IReadOnlyList<CreditCriterion> Criteria { get; init; }

    /// <summary>What warns (R7).</summary>
    public required IReadOnlyList<CreditSignal> Signals { get; init; }

    /// <summary>The class of whom nothing is known.</summary>
    public CreditClass Default => Classes.First(one => one.IsDefault);

    /// <summary>The items by which anything can change.</summary>
    public IReadOnlyList<string> Items => [.. Criteria.Select(one => one.When).Concat(Signals.Select(one => one.When)).SelectMany(when => when.Items).Distinct(StringComparer.Ordinal)];

    /// <summary>The class with an id.</summary>
    /// <exception cref="InvalidOperationException">There is none.</exception>
    public CreditClass Class(string id) => Classes.First(one => one.Id == id);

    /// <summary>The table without what rests on nothing published.</summary>
    public CreditScheme WithoutExamples() => this with
    {
        Criteria = [.. Criteria.Where(one => one.Source is not null)],
        Signals = [.. Signals.Where(one => one.Source is not null)],
    };
}

/// <summary>A class.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Name">What the document calls it.</param>
/// <param name="Rank">1 is the best; of several that are met the worst counts.</param>
/// <param name="IsDefault">Whether it is the class of whom nothing is known.</param>
/// <param name="Source">Where the document names it.</param>
/// <param name="Measures">What follows.</param>
public sealed record CreditClass(string Id, string Name, int Rank, bool IsDefault, Citation Source, IReadOnlyList<CreditMeasure> Measures)
{
    /// <summary>How much likelier than 1 it is drawn for inspection (R5); 1 where the document does not speak of it (A43).</summary>
    public int InspectionWeight { get; init; } = 1;

    /// <summary>Where the document says that it is; null where <see cref="InspectionWeight"/> is 1.</summary>
    public Citation? WeightSource { get; init; }
}

/// <summary>What follows from a class.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="Text">In Chinese.</param>
/// <param name="Source">Where it stands.</param>
public sealed record CreditMeasure(MeasureKind Kind, string Text, Citation Source);

/// <summary>Kinds of what follows from a class.</summary>
public enum MeasureKind
{
    /// <summary>绿色通道.</summary>
    GreenChannel,

    /// <summary>Another incentive.</summary>
    Incentive,

    /// <summary>重点监管对象.</summary>
    KeySupervision,

    /// <summary>重点核查对象.</summary>
    KeyVerification,

    /// <summary>A hint at a restriction: whether it is decided is for the department that decides, by the law that it decides under.</summary>
    Restriction,
}

/// <summary>What leads to a class.</summary>
/// <param name="Id">Its id within the scheme.</param>
/// <param name="Class">The class.</param>
/// <param name="Text">In Chinese, as the enterprise's page says it.</param>
/// <param name="When">By which records.</param>
/// <param name="Source">Where it stands; null of an example (示例), which is no law.</param>
public sealed record CreditCriterion(string Id, string Class, string Text, CreditCondition When, Citation? Source);

/// <summary>What warns.</summary>
/// <param name="Id">Its id within the scheme.</param>
/// <param name="Level">How grave.</param>
/// <param name="Text">In Chinese.</param>
/// <param name="When">By which records.</param>
/// <param name="Source">Where it stands; null of an example (示例), which is no law.</param>
public sealed record CreditSignal(string Id, SignalLevel Level, string Text, CreditCondition When, Citation? Source);

/// <summary>How grave a signal is.</summary>
public enum SignalLevel
{
    /// <summary>To be looked at.</summary>
    Attention,

    /// <summary>To be acted on.</summary>
    Serious,
}
