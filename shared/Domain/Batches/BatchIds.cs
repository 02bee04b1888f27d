using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using EntCredit.Domain.Jurisdictions;

namespace EntCredit.Domain.Batches;

/// <summary>Ids of uploads and of their records: derived, so that a door that runs twice finds the same, and in the order of arrival.</summary>
public static class BatchIds
{
    private const string Post = "api-";

    /// <summary>The id of an upload: the second of its arrival (machine time, UTC) and a digest of path and ETag.</summary>
    public static string Of(DateTimeOffset arrivedAt, string path, string etag)
    {
        var digest = SHA256.HashData(Encoding.UTF8.GetBytes(path + "\n" + etag));
        return arrivedAt.UtcDateTime.ToString("yyyyMMddHHmmss", CultureInfo.InvariantCulture) + "-" + Convert.ToHexStringLower(digest.AsSpan(0, 5));
    }

    /// <summary>The id of what an app posts: of its department and idempotency key alone, so that the same key finds the same batch.</summary>
    public static string OfPost(string department, string key)
    {
        var digest = SHA256.HashData(Encoding.UTF8.GetBytes(department + "\n" + key));
        return Post + Convert.ToHexStringLower(digest.AsSpan(0, 12));
    }

    /// <summary>The door that a batch came by, by its id; null where the id is no batch's, as a case's is not.</summary>
    public static ChannelMode? DoorOf(string batch) => batch switch
    {
        _ when batch.StartsWith(Post, StringComparison.Ordinal) => ChannelMode.Interface,
        [>= '0' and <= '9', ..] => ChannelMode.BatchFile,
        _ => null,
    };

    /// <summary>The stream of an upload.</summary>
    public static string Stream(string batch) => "batch-" + batch;

    /// <summary>The id, and stream, of the record that a row starts.</summary>
    public static string Record(string batch, int line) => string.Create(CultureInfo.InvariantCulture, $"{batch}-{line:D7}");

    /// <summary>What stands before the line in the ids of a batch's records.</summary>
    public static string RecordPrefix(string batch) => batch + "-";
}
