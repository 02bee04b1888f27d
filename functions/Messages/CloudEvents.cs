using System.Text.Json;
using System.Text.Json.Nodes;
using EntCredit.Domain.Messages;
using EntCredit.Functions.Http;
using EntCredit.Stores.Views;

namespace EntCredit.Functions.Messages;

/// <summary>Announcements as messages: CloudEvents 1.0, structured mode, JSON. Documented in docs/messages.md.</summary>
public static class CloudEvents
{
    /// <summary>The media type of structured mode.</summary>
    public const string ContentType = "application/cloudevents+json";

    /// <summary>How types begin.</summary>
    public const string Prefix = "entcredit.";

    /// <summary>The message.</summary>
    /// <param name="said">What it says.</param>
    /// <param name="enterprise">Whom it is about, or null.</param>
    public static ServiceBusMessage Of(Announcement said, KnownEnterprise? enterprise)
    {
        var data = new JsonObject();
        foreach (var (name, value) in said.Data.OrderBy(member => member.Key, StringComparer.Ordinal)) data[name] = value;
        if (enterprise?.CreditCode is { } code) data["creditCode"] = code;
        else if (enterprise?.RegistrationNumber is { } number) data["registrationNumber"] = number;
        var body = new JsonObject
        {
            ["specversion"] = "1.0",
            ["id"] = said.Id,
            ["source"] = $"/entcredit/{said.Jurisdiction}",
            ["type"] = Prefix + said.Type,
            ["subject"] = said.Stream,
            ["time"] = said.At.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss.FFFFFFF'Z'", System.Globalization.CultureInfo.InvariantCulture),
            ["datacontenttype"] = "application/json",

            // An extension of CloudEvents has a name of lower-case letters. It is the version of the case: who knows a higher one ignores this.
            ["recordversion"] = said.Version,
            ["data"] = data,
        };
        var message = new ServiceBusMessage(JsonSerializer.SerializeToUtf8Bytes(body, ApiJson.Options))
        {
            MessageId = said.Id,
            Subject = Prefix + said.Type,
            ContentType = ContentType,
            CorrelationId = said.Stream,
        };
        if (said.To is { } department) message.ApplicationProperties[MessageNames.Department] = department;
        if (said.Audience is { } role) message.ApplicationProperties[MessageNames.Audience] = MessageNames.AudienceOf(said.Jurisdiction, role);
        if (said.NotBefore is { } instant) message.ScheduledEnqueueTime = instant;
        return message;
    }
}
