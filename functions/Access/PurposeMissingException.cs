namespace EntCredit.Functions.Access;

/// <summary>A call reaches another jurisdiction's and does not say what for. <see cref="AccessControl"/> answers it.</summary>
public sealed class PurposeMissingException() : Exception(AccessErrors.PurposeMissing.Title);
