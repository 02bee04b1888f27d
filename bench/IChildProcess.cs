namespace EntCredit.Bench;

/// <summary>What a scenario measures in a fresh process: started as <c>--child NAME ARGUMENT...</c>. Found by its name like a scenario.</summary>
public interface IChildProcess
{
    /// <summary>What it is called on the command line.</summary>
    string Name { get; }

    /// <summary>Does its work. Its exit code.</summary>
    Task<int> RunAsync(string[] args);
}
