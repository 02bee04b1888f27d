using EntCredit.Domain.Errors;

namespace EntCredit.Functions.Messages;

/// <summary>Why an answer was not taken.</summary>
/// <param name="Error">The numbered error.</param>
/// <param name="Text">What is wrong, in Chinese.</param>
public sealed record Refusal(ErrorDefinition Error, string Text)
{
    /// <summary>A refusal.</summary>
    public static Refusal Of(ErrorDefinition error, params object?[] particulars) => new(error, error.Describe(particulars));
}
