using Amqp;
using Amqp.Types;
using EntCredit.LocalRuntime.Messaging.Broker.Entities;
using EntCredit.LocalRuntime.Messaging.Broker.Storage;
using EntCredit.LocalRuntime.Messaging.Protocol;

namespace EntCredit.LocalRuntime.Messaging.Broker.Wire;

/// <summary>The requests of Service Bus's <c>entity/$management</c> that are offered.</summary>
internal static class Management
{
    private const string LockLost =
        "The lock supplied is invalid. Either the lock expired, or the message has already been removed from the queue.";

    /// <summary>Answers one request.</summary>
    public static async Task<Message> AnswerAsync(BrokerCore core, Entity entity, Message request)
    {
        var operation = request.ApplicationProperties?[ManagementNames.Operation] as string;
        if (request.Body is not Map body)
            return Response.Failed(400, Conditions.ArgumentError, "The body of a request is a map.");
        return operation switch
        {
            ManagementNames.RenewLock => await RenewAsync(core, entity, body),
            ManagementNames.UpdateDisposition => await SettleAsync(core, entity, body),
            ManagementNames.Schedule when entity.TakesMessages => await ScheduleAsync(core, entity, body),
            ManagementNames.CancelScheduled when entity.TakesMessages => await CancelAsync(core, entity, body),
            ManagementNames.Peek => await PeekAsync(core, entity, body),
            ManagementNames.ReceiveBySequence when entity.GivesMessages => await ReceiveAsync(core, entity, body),
            _ => Response.Failed(501, ErrorCode.NotImplemented, $"The operation '{operation}' is not offered for '{entity.Path}'."),
        };
    }

    private static async Task<Message> RenewAsync(BrokerCore core, Entity entity, Map body)
    {
        long?[] untils = await core.RenewAsync(entity, Tokens(body));
        return untils.Any(u => u is null)
            ? Response.Failed(410, Conditions.MessageLockLost, LockLost)
            : Response.Ok(new Map { [ManagementNames.Expirations] = untils.Select(u => new DateTime(u!.Value, DateTimeKind.Utc)).ToArray() });
    }

    private static async Task<Message> SettleAsync(BrokerCore core, Entity entity, Map body)
    {
        var changes = body[ManagementNames.PropertiesToModify] as Map;
        Settlement settlement = body[ManagementNames.DispositionStatus] switch
        {
            ManagementNames.Completed => new Settlement.Complete(),
            ManagementNames.Abandoned => new Settlement.Abandon(changes),
            ManagementNames.Released => new Settlement.Release(),
            ManagementNames.Deferred => new Settlement.Defer(changes),
            ManagementNames.Suspended => new Settlement.DeadLetter(
                body[ManagementNames.DeadLetterReason] as string,
                body[ManagementNames.DeadLetterDescription] as string,
                changes
            ),
            var other => throw new ArgumentException($"There is no disposition '{other}'."),
        };
        return await core.SettleAsync(entity, Tokens(body), settlement)
            ? Response.Ok()
            : Response.Failed(410, Conditions.MessageLockLost, LockLost);
    }

    private static async Task<Message> ScheduleAsync(BrokerCore core, Entity entity, Map body)
    {
        Parcel[] parcels =
        [
            .. ((List)body[ManagementNames.Messages]).Cast<Map>().Select(m => MessageCodec.Parcel(StoredContent.Decode((byte[])m[ManagementNames.Message]))),
        ];
        return Array.Exists(parcels, p => p.Content.LongLength > BrokerDoor.LargestMessage)
            ? Response.Failed(413, ErrorCode.MessageSizeExceeded, $"A message has at most {BrokerDoor.LargestMessage} bytes.")
            : Response.Ok(new Map { [ManagementNames.SequenceNumbers] = await core.SendAsync(entity, parcels) });
    }

    private static async Task<Message> CancelAsync(BrokerCore core, Entity entity, Map body) =>
        await core.CancelAsync(entity, (long[])body[ManagementNames.SequenceNumbers])
            ? Response.Ok()
            : Response.Failed(404, Conditions.MessageNotFound, "There is no scheduled message of that sequence number.");

    private static async Task<Message> PeekAsync(BrokerCore core, Entity entity, Map body)
    {
        List<StoredMessage> found = await core.PeekAsync(
            entity, (long)body[ManagementNames.FromSequenceNumber], (int)body[ManagementNames.MessageCount]);
        return found.Count == 0
            ? Response.Nothing()
            : Response.Ok(new Map { [ManagementNames.Messages] = ToList(found.Select(m => Show(m, isPeek: true))) });
    }

    private static async Task<Message> ReceiveAsync(BrokerCore core, Entity entity, Map body)
    {
        bool deletes = body[ManagementNames.ReceiverSettleMode] is 0u;
        return await core.ReceiveDeferredAsync(entity, (long[])body[ManagementNames.SequenceNumbers], deletes) is { } found
            ? Response.Ok(new Map { [ManagementNames.Messages] = ToList(found.Select(m => Show(m, isPeek: false))) })
            : Response.Failed(404, Conditions.MessageNotFound, "There is no deferred message of that sequence number.");
    }

    private static Map Show(StoredMessage message, bool isPeek)
    {
        var map = new Map { [ManagementNames.Message] = StoredContent.Bytes(MessageCodec.Encode(message, isPeek)) };
        if (!isPeek)
            map[ManagementNames.LockToken] = message.Token.ToGuid();
        return map;
    }

    private static LockToken[] Tokens(Map body) => [.. ((Guid[])body[ManagementNames.LockTokens]).Select(LockToken.Of)];

    private static List ToList(IEnumerable<Map> maps)
    {
        var list = new List();
        foreach (Map map in maps)
            list.Add(map);
        return list;
    }
}
