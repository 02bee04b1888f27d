using System.Text.Json.Nodes;
using EntCredit.Domain.Calendar;
using EntCredit.Domain.Jurisdictions;
using EntCredit.Domain.Settings;

namespace EntCredit.Domain.LoadedFiles;

/// <summary>In what two profiles of a jurisdiction differ, in Chinese: each clock with its article, the rest by the name of its part.</summary>
internal static class ProfileChanges
{
    public static IEnumerable<string> Between(string? oldText, string newText, JurisdictionProfiles before, JurisdictionProfiles after)
    {
        var id = LawFiles.IdIn(newText);
        var now = after.Get(id);
        if (before.Find(id) is not { } old || oldText is null)
        {
            yield return $"新增辖区 {id}（{now.Name}），依据 {now.Document}，期限 {now.Clocks.Count} 项";
            yield break;
        }

        foreach (var kind in now.Clocks.Keys.Union(old.Clocks.Keys).Order())
        {
            if (Change(SettingsWords.Of(kind), old.Clock(kind), now.Clock(kind)) is { } change) yield return change;
        }

        // Compared as text, so that nothing that is read, now or later, can change unsaid.
        var (was, becomes) = (JsonNode.Parse(oldText)!.AsObject(), JsonNode.Parse(newText)!.AsObject());
        foreach (var part in was.Select(member => member.Key).Union(becomes.Select(member => member.Key)))
        {
            if (part != "clocks" && !JsonNode.DeepEquals(was[part], becomes[part])) yield return $"内容变化：{part}";
        }
    }

    private static string? Change(string name, Clock? old, Clock? now)
    {
        if (old is null) return $"新增期限 {name}：{Text(now!)}";
        if (now is null) return $"取消期限 {name}：{Text(old)}";
        var same = old with { Also = [] } == now with { Also = [] } && old.Also.SequenceEqual(now.Also);
        return same ? null : $"期限 {name}：由 {Text(old)} 改为 {Text(now)}";
    }

    private static string Text(Clock clock) =>
        $"{Days(clock.Term)}（{clock.RuleId}，自{clock.StartsFrom}起，{clock.Source}{(clock.Until is { } until ? $"，至 {until:yyyy-MM-dd}" : "")}）";

    private static string Days(Term term) => (term.Unit switch
    {
        TermUnit.WorkingDays => $"{term.Count} 个工作日",
        TermUnit.CalendarDays => $"{term.Count} 日",
        TermUnit.Months => $"{term.Count} 个月",
        _ => $"次月 {term.Count} 日前",
    }) + (term.Inclusive ? "，当日计入" : "") + (term.Roll == Roll.Next ? "，末日顺延" : "");
}
