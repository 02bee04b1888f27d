using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;
using Amqp;
using Amqp.Framing;
using Amqp.Sasl;

namespace EntCredit.EndToEnd.Tests.Messages;

/// <summary>
/// A department's own system: a client that knows AMQP 1.0 and docs/messages.md, and nothing of this program. It signs what it answers with a key of its own.
/// </summary>
/// <param name="department">The department.</param>
/// <param name="port">The broker's port on this machine.</param>
/// <param name="user">User and password where the broker asks for them.</param>
internal sealed class DepartmentSystem(string department, int port, string? user = null) : IDisposable
{
    public const string KeyName = "k1";

    private readonly ECDsa key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
    private Connection? connection;
    private Session? session;

    public string Department => department;

    /// <summary>Its public key, as the departments file names it.</summary>
    public string PublicKey => Convert.ToBase64String(key.ExportSubjectPublicKeyInfo());

    /// <summary>Reads one message, or null where none comes in time. It is not settled.</summary>
    public static async Task<(Message Message, JsonNode Event)?> NextAsync(ReceiverLink link, TimeSpan patience)
    {
        if (await link.ReceiveAsync(patience) is not { } message) return null;

        // One section of data or several: another broker may have cut it otherwise.
        byte[] body = message.BodySection is DataList sections ? [.. Enumerable.Range(0, sections.Count).SelectMany(place => sections[place].Binary)] : (byte[])message.Body;
        return (message, JsonNode.Parse(body)!);
    }

    /// <summary>Listens to what a topic has for it.</summary>
    public Task<ReceiverLink> ListenAsync(string topic) => ListenAtAsync($"{topic}/Subscriptions/{department}");

    /// <summary>Listens to an address.</summary>
    public async Task<ReceiverLink> ListenAtAsync(string address)
    {
        var link = new ReceiverLink(await SessionAsync(), $"{department}-{Guid.CreateVersion7()}", address);
        link.SetCredit(1, autoRestore: true);
        return link;
    }

    /// <summary>Answers a message.</summary>
    public Task AnswerAsync(JsonNode about, string act, JsonNode? data = null, string? id = null) =>
        SendAsync(Answer((string)about["subject"]!, act, data, id ?? $"{department}-{act}-{(string)about["id"]!}"));

    /// <summary>The bytes of an answer.</summary>
    public byte[] Answer(string subject, string act, JsonNode? data, string id) => Encoding.UTF8.GetBytes(new JsonObject
    {
        ["specversion"] = "1.0",
        ["id"] = id,
        ["source"] = "/departments/" + department,
        ["type"] = "entcredit.answer." + act,
        ["subject"] = subject,
        ["time"] = DateTimeOffset.UtcNow.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", System.Globalization.CultureInfo.InvariantCulture),
        ["data"] = data?.DeepClone() ?? new JsonObject(),
    }.ToJsonString());

    /// <summary>Sends bytes as an answer, signed by this department.</summary>
    /// <param name="body">The bytes.</param>
    /// <param name="id">The message's id; null for the event's.</param>
    /// <param name="signature">Another signature, or null.</param>
    public async Task SendAsync(byte[] body, string? id = null, byte[]? signature = null)
    {
        var message = new Message
        {
            Properties = new Properties { MessageId = id ?? (string?)JsonNode.Parse(body)!["id"], ContentType = "application/cloudevents+json" },
            ApplicationProperties = new ApplicationProperties(),
            BodySection = new Data { Binary = body },
        };
        message.ApplicationProperties["signature"] = Convert.ToBase64String(signature ?? key.SignData(body, HashAlgorithmName.SHA256));
        message.ApplicationProperties["signingkey"] = KeyName;
        var link = new SenderLink(await SessionAsync(), $"answers-{Guid.CreateVersion7()}", "answers");
        await link.SendAsync(message);
        await link.CloseAsync();
    }

    /// <summary>Its signature over bytes, base64.</summary>
    public string Sign(byte[] bytes) => Convert.ToBase64String(key.SignData(bytes, HashAlgorithmName.SHA256));

    /// <summary>Loses its connection without a word, as a process that dies does.</summary>
    public void Crash()
    {
        // An error at the transport, not an orderly end: nothing that was not settled is settled by it.
        connection?.Close(TimeSpan.Zero, new Error(ErrorCode.InternalError));
        (connection, session) = (null, null);
    }

    public void Dispose()
    {
        connection?.Close(TimeSpan.Zero, null);
        key.Dispose();
    }

    private async Task<Session> SessionAsync()
    {
        if (session is { IsClosed: false }) return session;
        var factory = new ConnectionFactory();
        if (user is null) factory.SASL.Profile = SaslProfile.Anonymous;
        connection = await factory.CreateAsync(new Address($"amqp://{(user is null ? "" : user + "@")}127.0.0.1:{port}"));
        return session = new Session(connection);
    }
}
