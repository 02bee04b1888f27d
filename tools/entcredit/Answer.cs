using System.CommandLine;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Unicode;

namespace EntCredit.Cli;

/// <summary>How verbs answer: text for a reader, one JSON value for a machine.</summary>
internal static class Answer
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web)
    {
        WriteIndented = true,
        Encoder = JavaScriptEncoder.Create(UnicodeRanges.All),
        Converters = { new JsonStringEnumConverter(JsonNamingPolicy.CamelCase) },
    };

    /// <summary>Writes one JSON value.</summary>
    public static void Print(object value) => Console.WriteLine(JsonSerializer.Serialize(value, Json));

    /// <summary>Runs a verb and tells what came of it. What went wrong is said on standard error, with <c>--format json</c> on standard output.</summary>
    /// <param name="verb">The verb.</param>
    /// <param name="format">The verb's option for the form.</param>
    /// <param name="run">The work: its answer, and the lines that a reader sees.</param>
    public static void Runs(this Command verb, Option<string> format, Func<ParseResult, CancellationToken, Task<(object Value, IEnumerable<string> Lines)>> run) =>
        verb.SetAction(async (parsed, cancellation) =>
        {
            var asJson = parsed.GetValue(format) == "json";
            try
            {
                var (value, lines) = await run(parsed, cancellation);
                if (asJson) Print(value);
                else foreach (var line in lines) Console.WriteLine(line);
                return 0;
            }
            catch (VerbException failed)
            {
                if (asJson) Print(new { errors = failed.Reasons });
                else foreach (var reason in failed.Reasons) await Console.Error.WriteLineAsync(reason);
                return failed.ExitCode;
            }
        });
}
