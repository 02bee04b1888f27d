namespace EntCredit.Simulator.Tests.World;

/// <summary>What goes wrong with an append.</summary>
internal enum Fault
{
    /// <summary>Committed, and the answer is lost.</summary>
    Lost,

    /// <summary>Nothing is written: somebody else was first, or so it is told (412).</summary>
    Conflict,

    /// <summary>Nothing is written: the store has too much to do (429).</summary>
    Throttled,

    /// <summary>The process ends before, within or after the write.</summary>
    Crash,
}
