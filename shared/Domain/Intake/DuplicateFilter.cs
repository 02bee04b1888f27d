using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace EntCredit.Domain.Intake;

/// <summary>
/// Finds rows that repeat an earlier row of the same file. It remembers eight bytes of a digest and a line for each row, so that it is for one file at a time.
/// That two of a million rows share these bytes by chance happens in one of some thirty million files, and costs a warning.
/// </summary>
public sealed class DuplicateFilter
{
    private readonly LineTable _contents = new();
    private readonly LineTable _documents = new();

    /// <summary>The line of the earlier row with the same content, or null where this is the first; only accepted rows are remembered.</summary>
    /// <param name="reading">The row.</param>
    /// <param name="conflict">The line of an earlier row with the same document and subject but other content, or null.</param>
    public int? FirstLineOf(RowReading reading, out int? conflict)
    {
        conflict = null;
        if (!reading.Accepted) return null;
        var content = ulong.Parse(ContentDigest.Of(reading.Content).AsSpan(0, 16), NumberStyles.HexNumber, CultureInfo.InvariantCulture);
        if (_contents.FirstOf(content, reading.Line) is { } first) return first;
        if (reading.Content.DocumentNumber is { } number)
        {
            var subject = reading.Content.Subject;
            conflict = _documents.FirstOf(KeyOf($"{number}\n{subject.CreditCode ?? subject.RegistrationNumber}"), reading.Line);
        }

        return null;
    }

    private static ulong KeyOf(string text) => BitConverter.ToUInt64(SHA256.HashData(Encoding.UTF8.GetBytes(text)), 0);
}
