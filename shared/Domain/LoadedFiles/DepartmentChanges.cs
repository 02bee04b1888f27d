using EntCredit.Domain.Departments;
using EntCredit.Domain.Settings;

namespace EntCredit.Domain.LoadedFiles;

/// <summary>In what two departments files differ, in Chinese. Keys by what they are for, never by their hash.</summary>
internal static class DepartmentChanges
{
    public static IEnumerable<string> Between(DepartmentRegister before, DepartmentRegister after)
    {
        foreach (var added in after.All.Where(department => before.Find(department.Id) is null))
            yield return $"新增部门 {added.Id}（{added.Name}），职责：{Roles(added.Roles)}；密钥 {added.Keys.Count} 个";
        foreach (var removed in before.All.Where(department => after.Find(department.Id) is null))
            yield return $"删去部门 {removed.Id}（{removed.Name}）；其密钥立即失效";
        foreach (var (old, now) in after.All.Select(now => (before.Find(now.Id), now)))
        {
            if (old is null) continue;
            foreach (var change in Changes(old, now)) yield return $"部门 {now.Id}（{now.Name}）：{change}";
        }

        if (before.IsDevelopment && !after.IsDevelopment) yield return "不再是开发用部门文件";
    }

    private static IEnumerable<string> Changes(Department old, Department now)
    {
        if (old.Name != now.Name) yield return $"名称由“{old.Name}”改为“{now.Name}”";
        if (old.Jurisdiction != now.Jurisdiction) yield return $"辖区由 {old.Jurisdiction} 改为 {now.Jurisdiction}";
        if (old.Level != now.Level) yield return $"层级由 {SettingsWords.Of(old.Level)} 改为 {SettingsWords.Of(now.Level)}";
        if (old.Region != now.Region) yield return $"区划由 {old.Region} 改为 {now.Region}";
        if ((old.From, old.Until) != (now.From, now.Until)) yield return $"存续期由 {Days(old.From, old.Until)} 改为 {Days(now.From, now.Until)}";
        if (now.Roles.Except(old.Roles).ToList() is { Count: > 0 } added) yield return $"新增职责 {Roles(added)}";
        if (old.Roles.Except(now.Roles).ToList() is { Count: > 0 } removed) yield return $"取消职责 {Roles(removed)}";
        if (!old.Authorities.SequenceEqual(now.Authorities)) yield return $"主管领域由 {string.Join('、', old.Authorities)} 改为 {string.Join('、', now.Authorities)}";
        if (!old.Entra.SequenceEqual(now.Entra)) yield return $"Entra ID 应用由 {old.Entra.Count} 个改为 {now.Entra.Count} 个";
        foreach (var key in now.Keys.Where(key => old.Keys.All(known => known.Hash != key.Hash))) yield return $"新增密钥“{key.Label}”，{Days(key.From, key.Until)}";
        foreach (var key in old.Keys.Where(key => now.Keys.All(kept => kept.Hash != key.Hash))) yield return $"删去密钥“{key.Label}”，立即失效";
        foreach (var (was, key) in now.Keys.Select(key => (old.Keys.FirstOrDefault(known => known.Hash == key.Hash), key)))
        {
            if (was is not null && was != key) yield return $"密钥“{was.Label}”改为“{key.Label}”，{Days(key.From, key.Until)}";
        }
    }

    private static string Roles(IEnumerable<DepartmentRole> roles) => string.Join('、', roles.Select(role => SettingsWords.Of(role)));

    private static string Days(DateOnly from, DateOnly? until) => $"{from:yyyy-MM-dd} 起{(until is { } last ? $"至 {last:yyyy-MM-dd}" : "")}";
}
