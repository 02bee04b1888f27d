using EntCredit.Domain.Events;

namespace EntCredit.Domain.LoadedFiles;

/// <summary>A fact about the data files that the system works by.</summary>
public abstract record LawEvent(DateTimeOffset At) : DomainEvent(At)
{
    /// <summary>The stream of a kind of file.</summary>
    public static string StreamOf(LawFileKind kind) => kind switch
    {
        LawFileKind.Departments => "law-departments",
        LawFileKind.Profile => "law-profile",
        _ => "law-catalogue",
    };

    /// <summary>A checked file was loaded; it holds from now on, in place of the one before it. What is bound already keeps its dates.</summary>
    /// <param name="At">The legal instant.</param>
    /// <param name="Kind">What it is.</param>
    /// <param name="File">The name that it was given.</param>
    /// <param name="Text">Its whole text.</param>
    /// <param name="Sha256">SHA-256 of the text's UTF-8 bytes, lower-case hexadecimal.</param>
    /// <param name="By">The operator's department.</param>
    [EventName("law.file-loaded")]
    public sealed record FileLoaded(DateTimeOffset At, LawFileKind Kind, string File, string Text, string Sha256, string By) : LawEvent(At);
}
