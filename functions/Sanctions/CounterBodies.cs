using System.Text.Json.Serialization;
using EntCredit.Domain.Sanctions.Counter;
using EntCredit.Domain.Sanctions.Measures;
using EntCredit.Functions.Cases;
using EntCredit.Orchestrations.Cases;

namespace EntCredit.Functions.Sanctions;

/// <summary>What a department asks at its counter: may these enterprises be …?</summary>
/// <param name="Matter">The matter's code in the catalogue of measures.</param>
/// <param name="Enterprises">统一社会信用代码 or registration numbers, one to a hundred.</param>
public sealed record CounterBody(string Matter, IReadOnlyList<string> Enterprises) : ICaseBody
{
    private const int Most = 100;

    /// <inheritdoc/>
    [JsonIgnore]
    public string? Fault => !CaseText.IsShort(Matter) ? "matter"
        : !CaseText.AreShort(Enterprises, Most) || Enterprises.Any(number => CaseSubjects.NumberOf(number) is null) ? "enterprises：统一社会信用代码或注册号，1至100个"
        : null;
}

/// <summary>A query with its answers.</summary>
/// <param name="Id">Its id: the result is written down under it.</param>
/// <param name="Department">Who asked.</param>
/// <param name="Matter">The matter's code.</param>
/// <param name="Purpose">What for.</param>
/// <param name="AskedAt">When.</param>
/// <param name="Law">The version of the catalogue of measures.</param>
/// <param name="Answers">One for each enterprise, in the order asked.</param>
/// <param name="ResultRecordedAt">When the result of its use was written down, or null.</param>
public sealed record CounterDocument(
    string Id,
    DepartmentDocument Department,
    string Matter,
    string Purpose,
    DateTimeOffset AskedAt,
    string Law,
    IReadOnlyList<CounterAnswerDocument> Answers,
    DateTimeOffset? ResultRecordedAt);

/// <summary>The answer about one enterprise.</summary>
/// <param name="Enterprise">The number that was asked for.</param>
/// <param name="Known">Whether the ledger knows it.</param>
/// <param name="Verdict">clear: nothing stands against it; weigh; restricted; prohibited.</param>
/// <param name="Grounds">What stands against it.</param>
public sealed record CounterAnswerDocument(string Enterprise, bool Known, CounterVerdict Verdict, IReadOnlyList<CounterGroundDocument> Grounds);

/// <summary>Something that stands against an enterprise.</summary>
/// <param name="Basis">The sanction, restriction or entry that it rests on.</param>
/// <param name="List">The list that it comes from.</param>
/// <param name="Measure">The measure's code.</param>
/// <param name="Name">The measure in words.</param>
/// <param name="Effect">What it does.</param>
/// <param name="LegalBasis">The provision; null where the catalogue does not know the measure.</param>
/// <param name="PersonsToo">Whether responsible persons are restricted by it.</param>
/// <param name="DecidedBy">Who decided.</param>
/// <param name="Since">Since when.</param>
/// <param name="Until">Its last day; null as long as the listing stands.</param>
public sealed record CounterGroundDocument(
    string Basis, string List, string Measure, string Name, MeasureEffect Effect, string? LegalBasis, bool PersonsToo, DepartmentDocument DecidedBy, DateOnly Since, DateOnly? Until);

/// <summary>The persons whom a sanction restricts too.</summary>
/// <param name="Persons">责任人员; empty where none, or where their key was destroyed.</param>
public sealed record PersonsDocument(IReadOnlyList<PersonBody> Persons);
