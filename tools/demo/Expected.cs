namespace EntCredit.Demo;

/// <summary>What the samples must come to. Each is a fact of samples/, checked by hand against its rows.</summary>
public static class Expected
{
    /// <summary>The register.</summary>
    public static Counts Register { get; } = new(45, 40, 4, 1, 0);

    /// <summary>The permits.</summary>
    public static Counts Permits { get; } = new(60, 41, 18, 1, 0);

    /// <summary>The penalties.</summary>
    public static Counts Penalties { get; } = new(30, 20, 9, 1, 0);

    /// <summary>The mended permits.</summary>
    public static Counts Mended { get; } = new(16, 16, 0, 0, 16);

    /// <summary>Penalties that wait for the secrecy review.</summary>
    public const int PenaltiesHeld = 1;

    /// <summary>Penalties of 简易程序.</summary>
    public const int PenaltiesCollectedOnly = 7;

    /// <summary>Register entries that the public sees.</summary>
    public const int RegisterPublished = 40;

    /// <summary>An enterprise with a register entry, a permit and a penalty.</summary>
    public const string PublicCode = "91349999MA2N000602";

    /// <summary>The enterprise that an app posts permits of.</summary>
    public const string PostedCode = "91349999MA2N00108A", PostedName = "界首样渠建筑工程有限公司";

    /// <summary>The first enterprise of Hunan's register.</summary>
    public const string HunanCode = "91349999MA2N02015T";
}

/// <summary>What became of a file's rows.</summary>
public sealed record Counts(int Rows, int Accepted, int Refused, int Duplicates, int Mended);
