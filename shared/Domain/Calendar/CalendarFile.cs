using System.Text.Json;

namespace EntCredit.Domain.Calendar;

/// <summary>A file of holiday notices: the embedded one, or one that brings a new notice while the system runs.</summary>
/// <param name="Notices">The notices, in the order of the file; empty where there are problems.</param>
/// <param name="Problems">Everything that is wrong with the file; a file with problems is not used.</param>
public sealed record CalendarFile(IReadOnlyList<HolidayNotice> Notices, IReadOnlyList<CalendarFileProblem> Problems)
{
    /// <summary>The only format that is read.</summary>
    public const int Format = 1;

    /// <summary>True where the file may be used.</summary>
    public bool IsValid => Problems.Count == 0;

    /// <summary>Reads a file, and checks each notice in itself and against those before it.</summary>
    /// <param name="json">The file's text.</param>
    /// <param name="file">The file's name, for the messages.</param>
    /// <param name="known">The notices already in force, which the file's may follow and amend; none by default.</param>
    public static CalendarFile Parse(string json, string file = "notices.json", IReadOnlyCollection<HolidayNotice>? known = null)
    {
        try
        {
            using var document = JsonDocument.Parse(json, new JsonDocumentOptions { AllowDuplicateProperties = false });
            var reader = new CalendarFileReader(file, known ?? []);
            var notices = reader.Read(document.RootElement);
            return reader.Problems.Count == 0 ? new(notices, []) : new([], reader.Problems);
        }
        catch (JsonException problem)
        {
            return new([], [new(file, "$", problem.Message, "合法的 JSON，属性不得重复")]);
        }
    }

    internal static CalendarFile Embedded()
    {
        const string Name = "EntCredit.Domain/Calendar/notices.json";
        using var stream = typeof(CalendarFile).Assembly.GetManifestResourceStream(Name)!;
        using var text = new StreamReader(stream);
        var read = Parse(text.ReadToEnd(), Name);
        return read.IsValid ? read : throw new InvalidDataException(string.Join('\n', read.Problems));
    }
}
