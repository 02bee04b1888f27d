using EntCredit.LocalRuntime.Messaging.Broker.Storage;

namespace EntCredit.LocalRuntime.Messaging.Broker;

/// <summary>Who receives from an entity.</summary>
internal interface IConsumer
{
    /// <summary>How many messages it takes now.</summary>
    int Credit { get; }

    /// <summary>Whether what it is given is deleted at once.</summary>
    bool Deletes { get; }

    /// <summary>Gives it a message.</summary>
    /// <returns>False where it is gone.</returns>
    bool Give(StoredMessage message);

    /// <summary>There is nothing for it now: whoever asked for what there is or nothing gets nothing.</summary>
    void HasNothing();
}
