namespace EntCredit.Stores.Files;

/// <summary>A file on the machine's disk that is gone when it is closed: an upload is read twice, and need not fit into memory.</summary>
public static class TemporaryFile
{
    /// <summary>An empty one, to write and read.</summary>
    public static FileStream Create() => new(
        Path.Combine(Path.GetTempPath(), Path.GetRandomFileName()),
        new FileStreamOptions
        {
            Mode = FileMode.CreateNew,
            Access = FileAccess.ReadWrite,
            Options = FileOptions.DeleteOnClose | FileOptions.Asynchronous | FileOptions.SequentialScan,
        });
}
