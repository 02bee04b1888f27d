namespace EntCredit.LocalRuntime.Tests.Durable.Stores;

/// <summary>A step and what to call it when it fails.</summary>
internal sealed record StoreStep(string Name, Func<IDurableSteps, string> Take);
