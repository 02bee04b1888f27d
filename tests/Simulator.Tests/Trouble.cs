namespace EntCredit.Simulator.Tests;

/// <summary>How often what went wrong.</summary>
internal sealed record Trouble
{
    /// <summary>Times that the host was killed.</summary>
    public int Kills { get; set; }

    /// <summary>Times that the durable database was thrown away.</summary>
    public int Forgotten { get; set; }

    /// <summary>Times that a file was sent twice at once.</summary>
    public int Twice { get; set; }
}
