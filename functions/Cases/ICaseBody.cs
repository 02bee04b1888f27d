namespace EntCredit.Functions.Cases;

/// <summary>A request's body about a case.</summary>
public interface ICaseBody
{
    /// <summary>The first member that cannot be used, in the words that the caller reads; null where all can.</summary>
    string? Fault { get; }
}
