namespace EntCredit.Domain.Intake;

/// <summary>
/// What the last faultless cell of each column was read as: columns repeat themselves from row to row, and the same text in the same column is the same value.
/// For the rows of one file or segment, one reader at a time.
/// </summary>
/// <param name="mapping">How the header was understood.</param>
public sealed class RowMemo(HeaderMapping mapping)
{
    private readonly (string Raw, RoleValue Value, string? Kept)[] _last = new (string, RoleValue, string?)[mapping.Columns.Count];

    internal bool TryGet(MappedField mapped, string raw, out RoleValue value, out string? kept)
    {
        var last = _last[mapped.Column];
        (value, kept) = (last.Value, last.Kept);
        return string.Equals(last.Raw, raw, StringComparison.Ordinal);
    }

    internal void Remember(MappedField mapped, string raw, RoleValue value, string? kept) => _last[mapped.Column] = (raw, value, kept);
}
