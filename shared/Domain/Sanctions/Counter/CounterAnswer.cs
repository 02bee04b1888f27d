namespace EntCredit.Domain.Sanctions.Counter;

/// <summary>What a department was answered about one subject.</summary>
/// <param name="Number">The number that was asked for.</param>
/// <param name="Subject">The internal id of the enterprise, or null where the ledger does not know it.</param>
/// <param name="Verdict">The answer.</param>
/// <param name="Grounds">The grounds, each as stream and measure.</param>
public sealed record CounterAnswer(string Number, string? Subject, CounterVerdict Verdict, IReadOnlyList<string> Grounds);
