namespace EntCredit.Domain.Tests.Settings;

/// <summary>Files of the repository that tests compare with.</summary>
internal static class RepositoryFile
{
    public static string Read(string path)
    {
        DirectoryInfo? folder = new(AppContext.BaseDirectory);
        while (folder is not null && !File.Exists(Path.Combine(folder.FullName, "EntCredit.Functions.sln")))
            folder = folder.Parent;
        return File.ReadAllText(Path.Combine(folder!.FullName, path));
    }
}
