namespace EntCredit.LocalRuntime.Messaging.Storage;

/// <summary>A store with one writer, whose transactions the writer's thread begins and ends.</summary>
internal interface IGroupStore : IDisposable
{
    void Begin();

    void Commit();

    void Rollback();
}
