using System.Text.Json;

namespace EntCredit.Bench;

/// <summary>Finds scenarios by name, runs them and prints one JSON line a figure.</summary>
internal static class Harness
{
    private const int DefaultRounds = 7;
    private const int BadArguments = 2;
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web);

    /// <summary>Runs the scenarios named, or every one for <c>all</c>.</summary>
    public static async Task<int> RunAsync(string[] args)
    {
        if (args is ["--child", var child, .. var rest])
        {
            return await Find<IChildProcess>().Single(one => one.Name == child).RunAsync(rest).ConfigureAwait(false);
        }

        var scenarios = Find<IScenario>().OrderBy(scenario => scenario.Name, StringComparer.Ordinal).ToList();
        if (args is ["--list"])
        {
            foreach (var scenario in scenarios)
            {
                Console.WriteLine($"{scenario.Name,-20} {scenario.Describes}");
            }

            return 0;
        }

        var rounds = DefaultRounds;
        if (args is [.. var names, "--rounds", var count])
        {
            if (!int.TryParse(count, out rounds) || rounds < 1)
            {
                return Refuse($"--rounds is '{count}': a whole number from 1.");
            }

            args = names;
        }

        var chosen = args is ["all"] ? scenarios : [.. scenarios.Where(s => args.Contains(s.Name))];
        var unknown = args.Except(["all", .. scenarios.Select(s => s.Name)]).ToList();
        if (unknown.Count > 0 || chosen.Count == 0)
        {
            return Refuse($"Usage: ./bench.sh SCENARIO... [--rounds N], of: all, {string.Join(", ", scenarios.Select(s => s.Name))}; or --list.");
        }

        using var stop = new CancellationTokenSource();
        Console.CancelKeyPress += (_, pressed) =>
        {
            pressed.Cancel = true;
            stop.Cancel();
        };
        foreach (var scenario in chosen)
        {
            foreach (var figure in await scenario.RunAsync(rounds, stop.Token).ConfigureAwait(false))
            {
                Print(scenario, figure);
            }
        }

        return 0;
    }

    private static IEnumerable<T> Find<T>() => typeof(T).Assembly.GetTypes()
        .Where(type => type.IsAssignableTo(typeof(T)) && type is { IsAbstract: false, IsInterface: false })
        .Select(type => (T)Activator.CreateInstance(type)!);

    private static void Print(IScenario scenario, Figure figure) => Console.WriteLine(JsonSerializer.Serialize(
        new
        {
            Scenario = scenario.Name,
            Figure = figure.Name,
            figure.Unit,
            Value = Rounded(figure.Value),
            Floor = Rounded(figure.Floor),
            Ratio = Rounded(figure.Ratio),
        },
        Json));

    // Four significant digits: a measurement has no more.
    private static double? Rounded(double? value) =>
        value is null or 0 ? value : double.Parse(value.Value.ToString("G4", System.Globalization.CultureInfo.InvariantCulture), System.Globalization.CultureInfo.InvariantCulture);

    private static int Refuse(string message)
    {
        Console.Error.WriteLine(message);
        return BadArguments;
    }
}
