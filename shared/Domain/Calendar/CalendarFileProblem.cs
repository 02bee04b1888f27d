namespace EntCredit.Domain.Calendar;

/// <summary>One thing wrong with a calendar file.</summary>
/// <param name="File">The file's name, as it was given.</param>
/// <param name="Path">Where in the file, e.g. $.notices[3].daysOff[0].to.</param>
/// <param name="Found">What stands there.</param>
/// <param name="Allowed">What may stand there, in Chinese.</param>
public sealed record CalendarFileProblem(string File, string Path, string Found, string Allowed)
{
    /// <summary>The problem as one Chinese line.</summary>
    public override string ToString() => $"{File} {Path}：现为 {Found}；应为{Allowed}";
}
