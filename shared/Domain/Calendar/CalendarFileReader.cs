using System.Globalization;
using System.Text.Json;

namespace EntCredit.Domain.Calendar;

/// <summary>Walks the JSON of a calendar file and gathers every problem with its path.</summary>
internal sealed class CalendarFileReader(string file, IReadOnlyCollection<HolidayNotice> known)
{
    private static readonly string[] NoticeProperties = ["id", "year", "issued", "issuedCertain", "amends", "daysOff", "makeUpDays"];

    public List<CalendarFileProblem> Problems { get; } = [];

    public List<HolidayNotice> Read(JsonElement root)
    {
        if (!Known(root, "$", ["format", "notices"]) || Number(root, "$", "format", CalendarFile.Format, CalendarFile.Format) is null)
        {
            return [];
        }

        List<(HolidayNotice Notice, string Path)> read = [];
        foreach (var (element, path) in Items(root, "$", "notices"))
        {
            if (Notice(element, path) is { } notice)
            {
                read.Add((notice, path));
            }
        }

        // A notice that could not be read would let those after it seem wrong.
        if (Problems.Count == 0)
        {
            CheckInOrder(read);
        }

        return read.ConvertAll(r => r.Notice);
    }

    private void CheckInOrder(List<(HolidayNotice Notice, string Path)> read)
    {
        List<HolidayNotice> earlier = [.. known];
        foreach (var (notice, path) in read.Where(r => !known.Contains(r.Notice, NoticeComparer.Instance)))
        {
            Problems.AddRange(NoticeRules.Check(notice, earlier).Select(p => new CalendarFileProblem(file, path + p.Path, p.Found, p.Allowed)));
            earlier.Add(notice);
        }
    }

    private HolidayNotice? Notice(JsonElement element, string path)
    {
        var before = Problems.Count;
        if (!Known(element, path, NoticeProperties))
        {
            return null;
        }

        var id = Text(element, path, "id", required: true);
        var year = Number(element, path, "year", NoticeRules.FirstYear, NoticeRules.LastYear);
        var issued = Day(element, path, "issued");
        var certain = Flag(element, path, "issuedCertain");
        var amends = Text(element, path, "amends", required: false);
        var daysOff = Items(element, path, "daysOff").Select(i => Run(i.Element, i.Path)).ToList();
        var makeUpDays = Items(element, path, "makeUpDays").Select(i => Day(i.Element, i.Path)).ToList();
        return Problems.Count > before
            ? null
            : new(id!, year!.Value, issued!.Value, certain, amends, daysOff.ConvertAll(r => r!), makeUpDays.ConvertAll(d => d!.Value));
    }

    private HolidayRun? Run(JsonElement element, string path)
    {
        if (!Known(element, path, ["name", "from", "to"]))
        {
            return null;
        }

        var name = Text(element, path, "name", required: true);
        var from = Day(element, path, "from");
        var to = Day(element, path, "to");
        if (name is null || from is null || to is null)
        {
            return null;
        }

        if (to < from || to.Value.DayNumber - from.Value.DayNumber >= NoticeRules.LongestRun)
        {
            Wrong(path + ".to", $"{to:yyyy-MM-dd}", $"{from:yyyy-MM-dd} 当日或其后 {NoticeRules.LongestRun - 1} 日以内");
        }

        return new(name, from.Value, to.Value);
    }

    private bool Known(JsonElement element, string path, string[] names)
    {
        if (element.ValueKind != JsonValueKind.Object)
        {
            Wrong(path, Shown(element), "对象");
            return false;
        }

        foreach (var unknown in element.EnumerateObject().Where(p => !names.Contains(p.Name)))
        {
            Wrong($"{path}.{unknown.Name}", Shown(unknown.Value), "下列属性之一：" + string.Join('、', names));
        }

        return true;
    }

    private List<(JsonElement Element, string Path)> Items(JsonElement element, string path, string name)
    {
        if (element.TryGetProperty(name, out var array) && array.ValueKind == JsonValueKind.Array)
        {
            return [.. array.EnumerateArray().Select((item, index) => (item, $"{path}.{name}[{index}]"))];
        }

        Wrong($"{path}.{name}", Shown(array), "数组");
        return [];
    }

    private string? Text(JsonElement element, string path, string name, bool required)
    {
        if (!element.TryGetProperty(name, out var value) && !required)
        {
            return null;
        }

        if (value.ValueKind == JsonValueKind.String && value.GetString() is { Length: > 0 and <= 100 } text)
        {
            return text;
        }

        Wrong($"{path}.{name}", Shown(value), "1 至 100 个字符的文本");
        return null;
    }

    private int? Number(JsonElement element, string path, string name, int least, int most)
    {
        if (element.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.Number
            && value.TryGetInt32(out var number) && number >= least && number <= most)
        {
            return number;
        }

        Wrong($"{path}.{name}", Shown(value), least == most ? $"整数 {least}" : $"{least} 至 {most} 的整数");
        return null;
    }

    private bool Flag(JsonElement element, string path, string name)
    {
        if (element.TryGetProperty(name, out var value) && value.ValueKind is JsonValueKind.True or JsonValueKind.False)
        {
            return value.GetBoolean();
        }

        Wrong($"{path}.{name}", Shown(value), " true 或 false");
        return false;
    }

    private DateOnly? Day(JsonElement element, string path, string name)
    {
        _ = element.TryGetProperty(name, out var value);
        return Day(value, $"{path}.{name}");
    }

    private DateOnly? Day(JsonElement value, string path)
    {
        if (value.ValueKind == JsonValueKind.String
            && DateOnly.TryParseExact(value.GetString(), "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day))
        {
            return day;
        }

        Wrong(path, Shown(value), "存在的日期，写作 2026-01-01");
        return null;
    }

    private void Wrong(string path, string found, string allowed) => Problems.Add(new(file, path, found, allowed));

    private static string Shown(JsonElement value)
    {
        if (value.ValueKind == JsonValueKind.Undefined)
        {
            return "（缺失）";
        }

        var text = value.GetRawText();
        return text.Length <= 60 ? text : text[..60] + "…";
    }
}
