using EntCredit.Domain.Departments;

namespace EntCredit.Domain.LoadedFiles;

/// <summary>Whether a data file may come to hold, and what it changes.</summary>
public static class LawDecider
{
    /// <summary>What follows from loading a file. The same text again changes nothing.</summary>
    /// <param name="current">The files in force.</param>
    /// <param name="kind">What the file is.</param>
    /// <param name="file">The file.</param>
    /// <param name="by">The operator's department.</param>
    /// <param name="at">The legal instant.</param>
    /// <exception cref="LawFileException">With everything that is wrong in it.</exception>
    public static LawChange Load(LawFiles current, LawFileKind kind, LawFile file, string by, DateTimeOffset at)
    {
        if (current.Before(kind, file)?.Sha256 == file.Sha256) return new LawChange(file.Sha256, [], null);
        var loaded = new LawEvent.FileLoaded(at, kind, file.Name, file.Text, file.Sha256, by);
        var after = current.After([loaded]);
        if (Refusals(current, after, kind, file).ToList() is { Count: > 0 } refusals) throw new LawFileException(refusals);
        var changes = kind switch
        {
            LawFileKind.Departments => DepartmentChanges.Between(current.Departments, after.Departments),
            LawFileKind.Profile => ProfileChanges.Between(current.Before(kind, file)?.Text, file.Text, current.Profiles, after.Profiles),
            _ => CatalogueChanges.Between(current.Catalogue, after.Catalogue),
        };
        return new LawChange(file.Sha256, [.. changes], loaded);
    }

    private static IEnumerable<string> Refusals(LawFiles before, LawFiles after, LawFileKind kind, LawFile file) => kind switch
    {
        LawFileKind.Departments => DepartmentRefusals(before.Departments, after.Departments, file),
        LawFileKind.Catalogue => before.Catalogue.Items.Where(item => after.Catalogue.Find(item.Code) is null).Select(item =>
            $"{file.Name} $.items 事项“{item.Code}”（{item.Name}）不得删去：已归集的信息仍按该事项展示；允许：保留该事项"),
        _ => [],
    };

    private static IEnumerable<string> DepartmentRefusals(DepartmentRegister before, DepartmentRegister after, LawFile file)
    {
        if (after.IsDevelopment && !before.IsDevelopment)
            yield return $"{file.Name} $.development 正在运行的系统不接受开发用部门文件（其密钥是公开的）；允许：false";
        if (!after.All.Any(department => department.Has(DepartmentRole.Operator)))
            yield return $"{file.Name} $.departments 没有运维单位，以后将无人可以管理；允许：至少一个 operator";
        foreach (var jurisdiction in before.All.Select(department => department.Jurisdiction).Distinct().Except(after.All.Select(department => department.Jurisdiction)))
            yield return $"{file.Name} $.departments 辖区“{jurisdiction}”的部门不得全部删去：其信息仍须有人公示；允许：保留其市场监管部门";
    }
}
