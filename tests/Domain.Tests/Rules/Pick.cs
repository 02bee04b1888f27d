using CsCheck;

namespace EntCredit.Domain.Tests.Rules;

/// <summary>One of a few values; a value named twice comes twice as often.</summary>
internal static class Pick
{
    public static Gen<T> From<T>(params T[] values) => Gen.Int[0, values.Length - 1].Select(place => values[place]);
}
