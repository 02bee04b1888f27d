using System.Globalization;

namespace EntCredit.Stores.Files;

/// <summary>How much of a file is read before it is refused. Hostile files must cost little.</summary>
public sealed record FileLimits
{
    /// <summary>The setting that says how large a file may be, in bytes.</summary>
    public const string MaxBytesSetting = "EntCredit:Limits:UploadBytes";

    /// <summary>The limits that hold where no setting says otherwise.</summary>
    public static FileLimits Default { get; } = new();

    /// <summary>The limits with what a setting says.</summary>
    /// <param name="maxBytes">The value of <see cref="MaxBytesSetting"/>, or null.</param>
    /// <exception cref="InvalidOperationException">It is no whole number from 1.</exception>
    public static FileLimits Of(string? maxBytes)
    {
        if (string.IsNullOrEmpty(maxBytes)) return Default;
        return long.TryParse(maxBytes, NumberStyles.None, CultureInfo.InvariantCulture, out var bytes) && bytes > 0
            ? Default with { MaxBytes = bytes }
            : throw new InvalidOperationException($"The setting {MaxBytesSetting} is \"{maxBytes}\": a whole number of bytes from 1 is needed.");
    }

    /// <summary>The largest file, in bytes.</summary>
    public long MaxBytes { get; init; } = 2L << 30;

    /// <summary>The largest workbook file, in bytes: the libraries hold parts of it in memory.</summary>
    public long MaxWorkbookBytes { get; init; } = 128L << 20;

    /// <summary>The largest row of a text file, or cell of a workbook, in bytes of UTF-8.</summary>
    public int MaxRecordBytes { get; init; } = 1 << 20;

    /// <summary>The most columns.</summary>
    public int MaxColumns { get; init; } = 512;

    /// <summary>The most bytes that a workbook may inflate to, really counted.</summary>
    public long MaxInflatedBytes { get; init; } = 1L << 30;

    /// <summary>The most bytes that a workbook's shared strings, which lie in memory, may inflate to.</summary>
    public long MaxSharedStringsBytes { get; init; } = 128L << 20;

    /// <summary>How many times its size a part of a workbook may inflate to, counted from 8 MiB on.</summary>
    public int MaxInflationRatio { get; init; } = 250;

    /// <summary>The most parts of a workbook.</summary>
    public int MaxArchiveEntries { get; init; } = 2000;

    /// <summary>The most sheets of a workbook.</summary>
    public int MaxSheets { get; init; } = 64;
}
