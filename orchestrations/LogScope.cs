using System.Collections;
using Microsoft.Extensions.Logging;

namespace EntCredit.Orchestrations;

/// <summary>What a log line is about: batch, record, department, cohort. Names for structured logs, a short text for people.</summary>
public sealed class LogScope : IReadOnlyList<KeyValuePair<string, object>>
{
    private readonly KeyValuePair<string, object>[] items;

    private LogScope(KeyValuePair<string, object>[] items) => this.items = items;

    /// <inheritdoc/>
    public int Count => items.Length;

    /// <inheritdoc/>
    public KeyValuePair<string, object> this[int index] => items[index];

    /// <summary>Opens a scope until it is disposed of.</summary>
    public static IDisposable? Begin(ILogger logger, params ReadOnlySpan<(string Name, object Value)> about)
    {
        var items = new KeyValuePair<string, object>[about.Length];
        for (var i = 0; i < about.Length; i++) items[i] = KeyValuePair.Create(about[i].Name, about[i].Value);
        return logger.BeginScope(new LogScope(items));
    }

    /// <inheritdoc/>
    public IEnumerator<KeyValuePair<string, object>> GetEnumerator() => ((IEnumerable<KeyValuePair<string, object>>)items).GetEnumerator();

    /// <inheritdoc/>
    public override string ToString() => string.Join(' ', items.Select(item => $"{item.Key}={item.Value}"));

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
}
