namespace EntCredit.Domain.Intake;

/// <summary>An amount as read from text.</summary>
/// <param name="Text">The amount in 万元, followed by 万 and the currency where it is not in yuan ("600万美元"); empty where there is a fault.</param>
/// <param name="TenThousands">The number in 万.</param>
/// <param name="Converted">Whether the text was given in another unit than 万元.</param>
/// <param name="UnitGiven">Whether the text names its unit.</param>
/// <param name="Fault">Why it is no amount.</param>
public readonly record struct AmountReading(string Text, decimal TenThousands, bool Converted, bool UnitGiven, AmountFault Fault);
