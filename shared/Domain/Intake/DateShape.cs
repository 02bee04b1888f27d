namespace EntCredit.Domain.Intake;

/// <summary>How a day was written, or why a text is no day.</summary>
public enum DateShape
{
    /// <summary>A usual form: 2020-07-01, 2020/7/1, 2020.7.1, 20200701, 2020年7月1日, with or without a time.</summary>
    Plain,

    /// <summary>Understood, but not as it should be written: full-width digits, 二〇二〇年, 7/13/2020.</summary>
    Mended,

    /// <summary>A spreadsheet's day number: 42370 is 2016-01-01.</summary>
    Serial,

    /// <summary>长期, 永久, or a day of 2099 or later: without end.</summary>
    OpenEnded,

    /// <summary>No date at all.</summary>
    Illegible,

    /// <summary>A day that does not exist: 2020-02-30.</summary>
    Nonexistent,

    /// <summary>Several readings: 3/4/2020, 20-07-01.</summary>
    Ambiguous,
}
