using EntCredit.LocalRuntime.Durable.Engine.History;

namespace EntCredit.LocalRuntime.Durable.Engine.Storage;

/// <summary>An instance that has not ended, with its history.</summary>
internal sealed record StoredInstance(InstanceHeader Header, bool IsReleased, List<Turn> Turns, List<Message> Messages);
