namespace EntCredit.Conformance.Tests.Histories;

/// <summary>A run to record: an orchestrator of the product on the engine, its activities answering as told, the clocks moved by hand.</summary>
/// <param name="Orchestrator">The orchestrator's name.</param>
/// <param name="Instance">The instance's id.</param>
/// <param name="Input">Its input.</param>
/// <param name="Answers">For each activity what it answers, in turn; an exception fails that try.</param>
/// <param name="Steps">What happens from outside, in turn: what wakes it or how far the clocks move.</param>
internal sealed record Story(
    string Orchestrator, string Instance, object Input, IReadOnlyDictionary<string, object?[]> Answers, params IReadOnlyList<Step> Steps);
