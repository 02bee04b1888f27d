using System.Text.Encodings.Web;
using System.Text.Json;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Console;

namespace EntCredit.LocalRuntime.Worker.Hosting;

/// <summary>One JSON object a line with its scopes, or lines for a person (<c>LocalRuntime__Logs=simple</c>). Instants are UTC.</summary>
internal static class LocalLogging
{
    private const string Format = "yyyy-MM-ddTHH:mm:ss.fffZ ";

    public static void AddTo(ILoggingBuilder logging, IConfiguration configuration, ApplicationFiles files)
    {
        logging.ClearProviders();
        logging.AddFilter("Microsoft.AspNetCore", LogLevel.Warning);
        // Its scope would put the path of each request, and what people type into paths, beside every line.
        logging.AddFilter("Microsoft.AspNetCore.Hosting.Diagnostics", LogLevel.None);
        if (files.HostJson is { } path)
            logging.AddConfiguration(HostJson.Read(path, configuration).GetSection("logging"));
        logging.AddConfiguration(configuration.GetSection("Logging"));
        logging.AddSimpleConsole(o => (o.IncludeScopes, o.SingleLine, o.UseUtcTimestamp, o.TimestampFormat) = (true, true, true, Format));
        logging.AddJsonConsole(o =>
        {
            (o.IncludeScopes, o.UseUtcTimestamp, o.TimestampFormat) = (true, true, Format.Trim());
            // Log lines are read by people too: Chinese as it is.
            o.JsonWriterOptions = new JsonWriterOptions { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };
        });
        // Read when the host is built: a program may set it in code.
        logging
            .Services.AddOptions<ConsoleLoggerOptions>()
            .Configure(o => o.FormatterName = configuration["LocalRuntime:Logs"] == "simple" ? ConsoleFormatterNames.Simple : ConsoleFormatterNames.Json);
    }
}
