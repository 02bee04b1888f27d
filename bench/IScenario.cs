namespace EntCredit.Bench;

/// <summary>
/// Something whose cost is watched. Any public class in Scenarios/ that implements it is found by its name; it has a constructor
/// without parameters. Each figure stands beside a bare floor, measured in the same run on the same data.
/// </summary>
public interface IScenario
{
    /// <summary>What it is called on the command line: lower case, words joined by hyphens.</summary>
    string Name { get; }

    /// <summary>What it measures and what the floor is, in one line.</summary>
    string Describes { get; }

    /// <summary>Measures.</summary>
    /// <param name="rounds">How often to measure each figure; odd, so that there is a median.</param>
    /// <param name="stop">Cancelled when the run is broken off.</param>
    Task<IReadOnlyList<Figure>> RunAsync(int rounds, CancellationToken stop);
}
