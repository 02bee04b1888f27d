namespace EntCredit.LocalRuntime.Worker.Blobs;

/// <summary>The blobs that were given up.</summary>
internal interface IPoisonList
{
    /// <summary>All of them, the oldest first.</summary>
    IReadOnlyList<PoisonBlob> Read();

    /// <summary>Lets one of them, or all, be tried again from the start. How many.</summary>
    int Replay(long? id);
}
