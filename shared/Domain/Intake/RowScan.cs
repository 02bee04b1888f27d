using EntCredit.Domain.Catalogue;
using EntCredit.Domain.Errors;
using EntCredit.Domain.Subjects;

namespace EntCredit.Domain.Intake;

/// <summary>What is known of one row while it is read.</summary>
internal sealed class RowScan
{
    /// <summary>How many roles there are.</summary>
    public const int Roles = (int)FieldRole.ReceiptColumn + 1;

    private const int LongestValue = 200;
    private static readonly OrderedDictionary<string, string> Nothing = [];
    private readonly RoleValue[] _roles;
    private OrderedDictionary<string, string>? _personal;
    private List<Finding>? _findings;

    /// <param name="item">What the row is about.</param>
    /// <param name="mapping">How its header was understood.</param>
    /// <param name="row">The row.</param>
    /// <param name="receivedOn">The legal day on which it was received.</param>
    /// <param name="roles">An array that the scan may use while it lasts.</param>
    public RowScan(ResourceItem item, HeaderMapping mapping, SourceRow row, DateOnly receivedOn, RoleValue[] roles)
    {
        (Resource, Row, ReceivedOn, _roles, Fields) = (item, row, receivedOn, roles, new FieldValues(mapping.Codes));
        Array.Fill(roles, RoleValue.Absent);
    }

    public ResourceItem Resource { get; }

    public SourceRow Row { get; }

    public DateOnly ReceivedOn { get; }

    public FieldValues Fields { get; }

    public IReadOnlyDictionary<string, string> Personal => _personal ?? Nothing;

    public IReadOnlyList<Finding> Findings => _findings ?? (IReadOnlyList<Finding>)[];

    public string? CreditCode { get; set; }

    public string? RegistrationNumber { get; set; }

    /// <summary>Whether something is already found wrong about whom the row concerns.</summary>
    public bool SubjectFaulty { get; set; }

    public RoleValue this[FieldRole role]
    {
        get => _roles[(int)role];
        set => _roles[(int)role] = value;
    }

    public void Refuse(ErrorDefinition error, MappedField at, string value, params object?[] particulars) =>
        Add(Severity.Error, error, at.Header, Shown(at.Field, value), particulars);

    public void Warn(ErrorDefinition error, MappedField at, string value, params object?[] particulars) =>
        Add(Severity.Warning, error, at.Header, Shown(at.Field, value), particulars);

    public void Refuse(ErrorDefinition error, string column, string value, params object?[] particulars) =>
        Add(Severity.Error, error, column, value, particulars);

    /// <summary>Keeps a value where it belongs.</summary>
    public void Keep(MappedField at, string value)
    {
        if (at.Field.Mask == FieldMask.Personal) Hide(at.Field, value);
        else Fields[at.Place] = value;
    }

    /// <summary>Keeps a value that concerns a natural person.</summary>
    public void Hide(ResourceField field, string value) => (_personal ??= new(StringComparer.Ordinal))[field.Code] = value;

    private void Add(Severity severity, ErrorDefinition error, string column, string value, object?[] particulars)
    {
        for (var i = 0; i < particulars.Length; i++)
            if (particulars[i] is string text) particulars[i] = Visible(text);
        (_findings ??= []).Add(new Finding(Row.Line, column, Visible(value), error.Code, severity, error.Describe(particulars), error.Mend));
    }

    private static string Shown(ResourceField field, string value) => field.Mask == FieldMask.Personal ? PersonId.Mask(value) : value;

    // Cut, with citizens' numbers hidden and control characters spelt out: findings travel into logs, pages and spreadsheets.
    private static string Visible(string value)
    {
        var text = PersonId.MaskIn(value);
        if (text.Length > LongestValue) text = text[..(LongestValue - 1)] + "…";
        return text.Any(char.IsControl) ? string.Concat(text.Select(c => char.IsControl(c) ? $"\\u{(int)c:x4}" : c.ToString())) : text;
    }
}
