using System.Globalization;
using System.Text.Json;
using System.Text.RegularExpressions;
using EntCredit.Domain.Errors;

namespace EntCredit.Domain.Settings;

/// <summary>
/// One object of a data file. A member that is wrong adds an error and reads as a harmless value, so that reading goes on and finds the rest.
/// What was never asked for is an unknown member.
/// </summary>
public sealed class SettingsObject
{
    private static readonly JsonElement Nothing = JsonDocument.Parse("{}").RootElement.Clone();

    private readonly List<SettingsError> _errors;
    private readonly string _file;
    private readonly Dictionary<string, JsonElement> _members = new(StringComparer.Ordinal);
    private readonly List<string> _known = [];

    internal SettingsObject(string file, string path, JsonElement element, List<SettingsError> errors)
    {
        _file = file;
        Path = path;
        _errors = errors;
        if (element.ValueKind != JsonValueKind.Object)
        {
            Refuse(SettingsErrors.WrongType, Kind(element), "对象");
            _errors = [];
            return;
        }
        foreach (JsonProperty member in element.EnumerateObject())
        {
            if (!_members.TryAdd(member.Name, member.Value))
                RefuseAt(member.Name, SettingsErrors.Duplicate, member.Name);
        }
    }

    /// <summary>Where this object lies, as a JSON path.</summary>
    public string Path { get; }

    /// <summary>How many errors were found so far in the file or set of files: a check that needs sound members asks before and after.</summary>
    public int ErrorCount => _errors.Count;

    /// <summary>A text that is not blank.</summary>
    public string Text(string name) => OptionalText(name) ?? Lacking(name, "文字", "");

    /// <summary>A text of a given form.</summary>
    /// <param name="name">The member.</param>
    /// <param name="form">What it must match.</param>
    /// <param name="allowed">The form in Chinese words, for the error.</param>
    public string Text(string name, Regex form, string allowed)
    {
        string text = Text(name);
        if (text.Length > 0 && !form.IsMatch(text))
            RefuseAt(name, SettingsErrors.WrongForm, text, allowed);
        return text;
    }

    /// <summary>A text, or null where the member is absent or null.</summary>
    public string? OptionalText(string name)
    {
        if (!TryGet(name, JsonValueKind.String, "文字", out JsonElement value))
            return Has(name) ? "" : null;
        string text = value.GetString()!;
        if (string.IsNullOrWhiteSpace(text))
            RefuseAt(name, SettingsErrors.Empty, "文字");
        return text;
    }

    /// <summary>True or false; the default where the member is absent, an error where there is no default.</summary>
    public bool Flag(string name, bool? otherwise = null)
    {
        _ = TryGet(name, null, "", out JsonElement value);
        if (value.ValueKind is JsonValueKind.True or JsonValueKind.False)
            return value.GetBoolean();
        if (Has(name))
            RefuseAt(name, SettingsErrors.WrongType, Kind(value), "true 或 false");
        else if (otherwise is null)
            return Lacking(name, " true 或 false", false);
        return otherwise ?? false;
    }

    /// <summary>A whole number within bounds.</summary>
    public int Number(string name, int least, int most)
    {
        if (!TryGet(name, JsonValueKind.Number, "整数", out JsonElement value))
            return Has(name) ? least : Lacking(name, $" {least} 至 {most} 的整数", least);
        if (value.TryGetInt32(out int number) && number >= least && number <= most)
            return number;
        RefuseAt(name, SettingsErrors.OutOfRange, value.GetRawText(), least, most);
        return least;
    }

    /// <summary>A whole number within bounds, or null where the member is absent or null.</summary>
    public int? OptionalNumber(string name, int least, int most)
    {
        Know(name);
        return Has(name) ? Number(name, least, most) : null;
    }

    /// <summary>A day, YYYY-MM-DD.</summary>
    public DateOnly Date(string name) =>
        OptionalDate(name) ?? (Has(name) ? DateOnly.MinValue : Lacking(name, "日期 YYYY-MM-DD", DateOnly.MinValue));

    /// <summary>A day, or null where the member is absent or null.</summary>
    public DateOnly? OptionalDate(string name)
    {
        if (!TryGet(name, JsonValueKind.String, "日期 YYYY-MM-DD", out JsonElement value))
            return null;
        string text = value.GetString()!;
        if (DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out DateOnly date))
            return date;
        RefuseAt(name, SettingsErrors.NotADate, text);
        return null;
    }

    /// <summary>A word for a value of an enumeration, spelt in camelCase.</summary>
    public T Choice<T>(string name)
        where T : struct, Enum =>
        OptionalChoice<T>(name) ?? (Has(name) ? default : Lacking(name, $"以下之一：{SettingsWords.All<T>()}", default(T)));

    /// <summary>A word for a value of an enumeration, or null where the member is absent or null.</summary>
    public T? OptionalChoice<T>(string name)
        where T : struct, Enum =>
        TryGet(name, JsonValueKind.String, $"文字（{SettingsWords.All<T>()}）", out JsonElement value) ? Word<T>(value, Below(name)) : null;

    /// <summary>Words for values of an enumeration, each at most once.</summary>
    /// <param name="name">The member.</param>
    /// <param name="required">Whether at least one is needed.</param>
    public IReadOnlyList<T> Choices<T>(string name, bool required = true)
        where T : struct, Enum
    {
        List<T> choices = [];
        foreach ((string path, string text) in Strings(name, required, SettingsWords.All<T>()))
        {
            if (SettingsWords.Parse<T>(text) is not { } choice)
                RefuseIn(path, SettingsErrors.NotAllowed, text, SettingsWords.All<T>());
            else if (choices.Contains(choice))
                RefuseIn(path, SettingsErrors.Duplicate, text);
            else
                choices.Add(choice);
        }
        return choices.AsReadOnly();
    }

    /// <summary>Texts of a form, each at most once.</summary>
    /// <param name="name">The member.</param>
    /// <param name="required">Whether at least one is needed.</param>
    /// <param name="form">What each must match, or null.</param>
    /// <param name="allowed">The form in Chinese words, for the error.</param>
    public IReadOnlyList<string> Texts(string name, bool required = true, Regex? form = null, string allowed = "文字")
    {
        List<string> texts = [];
        foreach ((string path, string text) in Strings(name, required, allowed))
        {
            if (string.IsNullOrWhiteSpace(text))
                RefuseIn(path, SettingsErrors.Empty, allowed);
            else if (form?.IsMatch(text) == false)
                RefuseIn(path, SettingsErrors.WrongForm, text, allowed);
            else if (texts.Contains(text))
                RefuseIn(path, SettingsErrors.Duplicate, text);
            else
                texts.Add(text);
        }
        return texts.AsReadOnly();
    }

    /// <summary>An object that must be there.</summary>
    public T Object<T>(string name, Func<SettingsObject, T> read)
    {
        _ = TryGet(name, null, "", out JsonElement value);
        return Has(name)
            ? new SettingsObject(_file, Below(name), value, _errors).ReadAs(read)
            : Lacking(name, "对象", new SettingsObject(_file, Below(name), Nothing, []).ReadAs(read));
    }

    /// <summary>An object, or null where the member is absent or null.</summary>
    public T? OptionalObject<T>(string name, Func<SettingsObject, T> read)
        where T : class
    {
        Know(name);
        return Has(name) ? Object(name, read) : null;
    }

    /// <summary>An object, or an explicit null that switches it off; leaving it out is an error.</summary>
    public T? ObjectOrOff<T>(string name, Func<SettingsObject, T> read)
        where T : class
    {
        Know(name);
        return _members.ContainsKey(name) ? OptionalObject(name, read) : Lacking<T?>(name, "对象，或以 null 表示不适用", null);
    }

    /// <summary>A list of objects.</summary>
    /// <param name="name">The member.</param>
    /// <param name="read">Makes one result from one object.</param>
    /// <param name="required">Whether at least one is needed; otherwise an absent member is an empty list.</param>
    public IReadOnlyList<T> List<T>(string name, Func<SettingsObject, T> read, bool required = true) =>
        [.. Elements(name, required, "对象").Select(e => new SettingsObject(_file, e.Path, e.Value, _errors).ReadAs(read))];

    /// <summary>Adds an error about this object.</summary>
    public void Refuse(ErrorDefinition definition, params object?[] particulars) => RefuseIn(Path, definition, particulars);

    /// <summary>Adds an error about a member of this object.</summary>
    public void RefuseAt(string name, ErrorDefinition definition, params object?[] particulars) =>
        RefuseIn(Below(name), definition, particulars);

    internal T ReadAs<T>(Func<SettingsObject, T> read)
    {
        T result = read(this);
        foreach (string name in _members.Keys.Except(_known))
            RefuseAt(name, SettingsErrors.Unknown, name, string.Join("、", _known));
        return result;
    }

    private static string Kind(JsonElement element) => element.ValueKind switch
    {
        JsonValueKind.Object => "对象",
        JsonValueKind.Array => "列表",
        JsonValueKind.String => "文字",
        JsonValueKind.Number => "数字",
        JsonValueKind.True or JsonValueKind.False => "true/false",
        _ => "null",
    };

    private string Below(string name) => name.All(char.IsAsciiLetterOrDigit) ? $"{Path}.{name}" : $"{Path}['{name}']";

    private void Know(string name)
    {
        if (!_known.Contains(name))
            _known.Add(name);
    }

    private bool Has(string name) => _members.TryGetValue(name, out JsonElement value) && value.ValueKind != JsonValueKind.Null;

    private bool TryGet(string name, JsonValueKind? kind, string expected, out JsonElement value)
    {
        Know(name);
        if (!_members.TryGetValue(name, out value) || value.ValueKind == JsonValueKind.Null)
            return false;
        if (kind is null || value.ValueKind == kind)
            return true;
        RefuseAt(name, SettingsErrors.WrongType, Kind(value), expected);
        return false;
    }

    private T Lacking<T>(string name, string expected, T harmless)
    {
        if (!Has(name))
            RefuseAt(name, SettingsErrors.Missing, name, expected);
        return harmless;
    }

    private T? Word<T>(JsonElement value, string path)
        where T : struct, Enum
    {
        T? word = SettingsWords.Parse<T>(value.GetString()!);
        if (word is null)
            RefuseIn(path, SettingsErrors.NotAllowed, value.GetString(), SettingsWords.All<T>());
        return word;
    }

    private IEnumerable<(string Path, string Text)> Strings(string name, bool required, string allowed)
    {
        foreach ((string path, JsonElement value) in Elements(name, required, allowed))
        {
            if (value.ValueKind == JsonValueKind.String)
                yield return (path, value.GetString()!);
            else
                RefuseIn(path, SettingsErrors.WrongType, Kind(value), "文字");
        }
    }

    private List<(string Path, JsonElement Value)> Elements(string name, bool required, string allowed)
    {
        if (!TryGet(name, JsonValueKind.Array, "列表", out JsonElement list))
            return required ? Lacking<List<(string, JsonElement)>>(name, "列表", []) : [];
        if (required && list.GetArrayLength() == 0)
            RefuseAt(name, SettingsErrors.Empty, allowed);
        return [.. list.EnumerateArray().Select((value, i) => ($"{Below(name)}[{i}]", value))];
    }

    private void RefuseIn(string path, ErrorDefinition definition, params object?[] particulars) =>
        _errors.Add(new SettingsError(_file, path, definition, definition.Describe(particulars)));
}
