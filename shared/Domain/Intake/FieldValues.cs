using System.Collections;

namespace EntCredit.Domain.Intake;

/// <summary>The values of one row by field code, in catalogue order: an array beside the codes that all rows of a file share.</summary>
internal sealed class FieldValues(FieldCodes codes) : IReadOnlyDictionary<string, string>
{
    private readonly string?[] _values = new string?[codes.Count];

    public FieldCodes Codes => codes;

    public int Count
    {
        get
        {
            var count = 0;
            foreach (var value in _values)
                if (value is not null) count++;
            return count;
        }
    }

    public IEnumerable<string> Keys => this.Select(pair => pair.Key);

    public IEnumerable<string> Values => this.Select(pair => pair.Value);

    /// <summary>The value of the field at a place among the codes; null where it says nothing.</summary>
    public string? this[int place]
    {
        get => _values[place];
        set => _values[place] = value;
    }

    public string this[string key] => TryGetValue(key, out var value) ? value : throw new KeyNotFoundException($"No value has the code {key}.");

    public bool ContainsKey(string key) => TryGetValue(key, out _);

    public bool TryGetValue(string key, [System.Diagnostics.CodeAnalysis.MaybeNullWhen(false)] out string value)
    {
        var place = codes.PlaceOf(key);
        value = place < 0 ? null : _values[place];
        return value is not null;
    }

    public IEnumerator<KeyValuePair<string, string>> GetEnumerator()
    {
        for (var place = 0; place < _values.Length; place++)
            if (_values[place] is { } value) yield return new(codes[place], value);
    }

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
}
