using System.Globalization;

namespace EntCredit.LocalRuntime.Worker.Hosting;

internal static class Parsing
{
    /// <summary>An ISO 8601 instant that says its offset, or null.</summary>
    public static DateTimeOffset? Instant(string text)
    {
        string[] formats = ["yyyy-MM-ddTHH:mm:ssK", "yyyy-MM-ddTHH:mm:ss.FFFFFFFK", "yyyy-MM-ddTHH:mmK"];
        return
            DateTime.TryParseExact(
                text,
                formats,
                CultureInfo.InvariantCulture,
                DateTimeStyles.AdjustToUniversal,
                out DateTime value
            )
            && value.Kind == DateTimeKind.Utc
            ? new DateTimeOffset(value)
            : null;
    }
}
