using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace EntCredit.Domain.Intake;

/// <summary>
/// Finds rows that repeat an earlier row of the same file. It remembers 16 bytes and a line for each row, so that it is for one file at a time.
/// </summary>
public sealed class DuplicateFilter
{
    private readonly Dictionary<Int128, int> _contents = [];
    private readonly Dictionary<Int128, int> _documents = [];

    /// <summary>The line of the earlier row with the same content, or null where this is the first; only accepted rows are remembered.</summary>
    /// <param name="reading">The row.</param>
    /// <param name="conflict">The line of an earlier row with the same document and subject but other content, or null.</param>
    public int? FirstLineOf(RowReading reading, out int? conflict)
    {
        conflict = null;
        if (!reading.Accepted) return null;
        var content = Int128.Parse("0" + ContentDigest.Of(reading.Content)[..31], NumberStyles.HexNumber, CultureInfo.InvariantCulture);
        if (!_contents.TryAdd(content, reading.Line)) return _contents[content];
        if (reading.Content.DocumentNumber is { } number)
        {
            var subject = reading.Content.Subject;
            var key = KeyOf($"{number}\n{subject.CreditCode ?? subject.RegistrationNumber}");
            if (!_documents.TryAdd(key, reading.Line)) conflict = _documents[key];
        }

        return null;
    }

    private static Int128 KeyOf(string text)
    {
        var hash = SHA256.HashData(Encoding.UTF8.GetBytes(text));
        return new Int128(BitConverter.ToUInt64(hash, 0), BitConverter.ToUInt64(hash, 8));
    }
}
