namespace EntCredit.Bench;

/// <summary>One measured figure: the medians of several rounds.</summary>
/// <param name="Name">What was measured.</param>
/// <param name="Unit">What value and floor are in, e.g. ns or s.</param>
/// <param name="Value">The product's.</param>
/// <param name="Floor">The bare floor's; null where there is nothing barer to compare with.</param>
public sealed record Figure(string Name, string Unit, double Value, double? Floor = null)
{
    /// <summary>How many times the floor the product takes.</summary>
    public double? Ratio => Floor is > 0 ? Value / Floor : null;
}
