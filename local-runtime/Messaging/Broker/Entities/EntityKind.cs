namespace EntCredit.LocalRuntime.Messaging.Broker.Entities;

internal enum EntityKind
{
    Queue,
    Topic,
    Subscription,
    DeadLetters,
}
