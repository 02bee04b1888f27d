namespace EntCredit.Simulator.Tests.Play;

/// <summary>What a department has decided about an enterprise. Wherever it is sent again, it is the same paper.</summary>
/// <param name="Provider">The department.</param>
/// <param name="Item">register, permit or penalty.</param>
/// <param name="Number">决定书文号; empty for a register entry, which has none.</param>
/// <param name="Enterprise">Whom it concerns.</param>
/// <param name="ArisenOn">信息产生之日.</param>
/// <param name="Simple">A penalty of 简易程序.</param>
internal sealed record Paper(string Provider, string Item, string Number, Enterprise Enterprise, DateOnly ArisenOn, bool Simple);

/// <summary>An invented enterprise.</summary>
internal sealed record Enterprise(string Name, string Code);

/// <summary>What a clerk gets wrong.</summary>
internal enum Fault
{
    /// <summary>Nothing.</summary>
    None,

    /// <summary>A character of the credit code.</summary>
    CheckCharacter,

    /// <summary>The number is left out.</summary>
    NumberMissing,

    /// <summary>The day cannot be read.</summary>
    DayIllegible,

    /// <summary>The day is still to come.</summary>
    DayAhead,
}

/// <summary>One row of a file.</summary>
/// <param name="Paper">What it is about.</param>
/// <param name="Version">0 for the first content, one more with each correction.</param>
/// <param name="Fault">What is wrong in it.</param>
/// <param name="Revoked">True where it says 撤销.</param>
/// <param name="MendsNameless">True where it mends a row that had left its number out: it names the record, as the receipt asks.</param>
/// <param name="Reviewed">What the row's own column says of the secrecy review, or null.</param>
internal sealed record Row(Paper Paper, int Version = 0, Fault Fault = Fault.None, bool Revoked = false, bool? Reviewed = null, bool MendsNameless = false);

/// <summary>A file as it was sent.</summary>
/// <param name="Batch">The id that the product derives for it.</param>
/// <param name="Department">The sender.</param>
/// <param name="Item">The item.</param>
/// <param name="Declared">What the upload declares of the secrecy review, or null.</param>
/// <param name="Rows">Its rows; the first is line 2.</param>
/// <param name="Text">Its content.</param>
internal sealed record Upload(string Batch, string Department, string Item, bool? Declared, IReadOnlyList<Row> Rows, string Text);
