namespace EntCredit.Domain.Intake;

/// <summary>Why a file as a whole was refused.</summary>
/// <param name="Code">The catalogue's code, EC3xxx.</param>
/// <param name="Message">What is wrong, in Chinese.</param>
/// <param name="Mend">What to do, in Chinese.</param>
public sealed record FileRefusal(string Code, string Message, string Mend);
