namespace EntCredit.LocalRuntime.Tests.Durable.Engines;

/// <summary>What a client, time and a power cut do to a host, on the real one and on a naive one.</summary>
internal interface IEngineSteps
{
    void Schedule(string id);

    void Raise(string id, int number);

    void Suspend(string id);

    void Resume(string id);

    void Terminate(string id);

    void Purge(string id);

    void Restart(string id);

    void Advance();

    /// <summary>The host stops in order, or is left in the middle of its work as a killed process leaves it; then it starts again.</summary>
    void Reopen(bool killed);
}
