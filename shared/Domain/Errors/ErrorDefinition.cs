namespace EntCredit.Domain.Errors;

/// <summary>One entry of the numbered error catalogue.</summary>
/// <param name="Code">Stable, never reused: EC1xxx requests, EC2xxx rows, EC3xxx files, EC4xxx rules, EC5xxx settings and data files, EC9xxx the system.</param>
/// <param name="Title">What is wrong, in English.</param>
/// <param name="Chinese">What is wrong, in Chinese; {0}, {1} … stand for the particulars.</param>
/// <param name="Mend">What to do about it, in Chinese.</param>
/// <param name="Status">The HTTP status that a request failing with it answers.</param>
public sealed record ErrorDefinition(string Code, string Title, string Chinese, string Mend, int Status = 400)
{
    /// <summary>The Chinese message with its particulars filled in.</summary>
    public string Describe(params object?[] particulars) =>
        particulars.Length == 0 ? Chinese : string.Format(System.Globalization.CultureInfo.InvariantCulture, Chinese, particulars);
}
