namespace EntCredit.Functions.Departments;

/// <summary>A key that is wanted.</summary>
/// <param name="Label">What it is for, in Chinese.</param>
/// <param name="From">The first day on which it holds, in Asia/Shanghai; today where nothing is said.</param>
/// <param name="Until">The last; a year later where nothing is said.</param>
public sealed record KeyRequest(string Label, DateOnly? From = null, DateOnly? Until = null)
{
    /// <summary>The most characters of a label.</summary>
    public const int MostCharacters = 60;
}
