namespace EntCredit.Domain.Intake;

/// <summary>Counts warnings by code and column while rows go by: a million rows give a handful of lines.</summary>
public sealed class WarningTally
{
    private readonly Dictionary<(string Code, string Column), WarningCount> _counts = [];

    /// <summary>Counts a row's warnings.</summary>
    public void Add(IEnumerable<Finding> findings)
    {
        foreach (var finding in findings) Add(finding);
    }

    /// <summary>Counts a warning; an error is none.</summary>
    public void Add(Finding finding)
    {
        if (finding.Severity != Severity.Warning) return;
        var key = (finding.Code, finding.Column);
        _counts[key] = _counts.TryGetValue(key, out var count)
            ? count with { Count = count.Count + 1 }
            : new WarningCount(finding.Code, finding.Column, 1, finding.Line, finding.Message, finding.Mend);
    }

    /// <summary>The counts, by code and column.</summary>
    public IReadOnlyList<WarningCount> Counts =>
        [.. _counts.Values.OrderBy(c => c.Code, StringComparer.Ordinal).ThenBy(c => c.Column, StringComparer.Ordinal)];
}
