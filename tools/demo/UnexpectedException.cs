namespace EntCredit.Demo;

/// <summary>A step of the story did not go as the law and the samples say.</summary>
public sealed class UnexpectedException(string message) : Exception(message);
