using EntCredit.Domain.Catalogue;

namespace EntCredit.Domain.LoadedFiles;

/// <summary>In what two resource catalogues differ, in Chinese: items and their fields.</summary>
internal static class CatalogueChanges
{
    public static IEnumerable<string> Between(ResourceCatalogue before, ResourceCatalogue after)
    {
        if (before.Version != after.Version) yield return $"目录版本由 {before.Version} 改为 {after.Version}";
        foreach (var now in after.Items)
        {
            if (before.Find(now.Code) is not { } old)
            {
                yield return $"新增事项 {now.Code}（{now.Name}），字段 {now.Fields.Count} 个";
                continue;
            }

            foreach (var change in Changes(old, now)) yield return $"事项 {now.Code}（{now.Name}）：{change}";
        }
    }

    private static IEnumerable<string> Changes(ResourceItem old, ResourceItem now)
    {
        if ((old.Name, old.Category, old.Disclosure, old.Source) != (now.Name, now.Category, now.Disclosure, now.Source)) yield return "名称、类别、公开方式或依据有变化";
        if (old.Frequency != now.Frequency || !old.Clocks.SequenceEqual(now.Clocks) || !old.OwedBy.SequenceEqual(now.OwedBy)) yield return "提供部门、频率或期限规则有变化";
        if (!old.Layouts.SequenceEqual(now.Layouts)) yield return $"版式由 {Layouts(old)} 改为 {Layouts(now)}";
        foreach (var field in now.Fields.Where(field => old.Field(field.Code) is null)) yield return $"新增字段 {field.Code}（{field.Name}）";
        foreach (var field in old.Fields.Where(field => now.Field(field.Code) is null)) yield return $"删去字段 {field.Code}（{field.Name}）";
        foreach (var field in now.Fields)
        {
            if (old.Field(field.Code) is { } was && What(was, field).ToList() is { Count: > 0 } parts)
                yield return $"字段 {field.Code}（{field.Name}）变化：{string.Join('、', parts)}";
        }
    }

    private static IEnumerable<string> What(ResourceField old, ResourceField now)
    {
        if (old.Name != now.Name || !old.Aliases.SequenceEqual(now.Aliases)) yield return "名称或别名";
        if (old.Type != now.Type) yield return $"类型 {old.Type}→{now.Type}";
        if (old.MaxLength != now.MaxLength) yield return $"长度 {old.MaxLength}→{now.MaxLength}";
        if (old.Requirement != now.Requirement || old.Group != now.Group || old.When != now.When) yield return "是否必填";
        if (old.Mask != now.Mask) yield return "是否公开";
        if (old.Role != now.Role) yield return "用途";
        if (!old.Layouts.SequenceEqual(now.Layouts)) yield return "所属版式";
        if (!Same(old.CodeList, now.CodeList)) yield return "代码表";
        if (old.Sample != now.Sample) yield return "示例";
    }

    private static bool Same(CodeList? old, CodeList? now) =>
        old is null || now is null
            ? old is null && now is null
            : (old.Id, old.Closed, old.Multiple) == (now.Id, now.Closed, now.Multiple)
                && old.Entries.Count == now.Entries.Count
                && old.Entries.Zip(now.Entries).All(pair =>
                    (pair.First.Code, pair.First.Name) == (pair.Second.Code, pair.Second.Name) && pair.First.Synonyms.SequenceEqual(pair.Second.Synonyms));

    private static string Layouts(ResourceItem item) => string.Join('、', item.Layouts.Select(layout => layout.Code));
}
