namespace EntCredit.Domain.Intake;

/// <summary>
/// What faultless cells of each column were read as: columns repeat themselves, and the same text in the same column is the same value.
/// For the rows of one file or segment, one reader at a time.
/// </summary>
/// <param name="mapping">How the header was understood.</param>
public sealed class RowMemo(HeaderMapping mapping)
{
    // Values that alternate, such as days, find a place of their own each; what is long seldom comes again, and is not held.
    private const int Slots = 64;
    private const int Longest = 256;

    private readonly RoleValue?[] _slots = new RoleValue?[mapping.Fields.Count * Slots];

    internal RoleValue[] Roles { get; } = new RoleValue[RowScan.Roles];

    internal RoleValue? Find(MappedField mapped, string raw) =>
        raw.Length <= Longest && _slots[SlotOf(mapped, raw)] is { } known && string.Equals(known.Raw, raw, StringComparison.Ordinal) ? known : null;

    internal void Remember(MappedField mapped, RoleValue value)
    {
        if (value.Raw.Length <= Longest) _slots[SlotOf(mapped, value.Raw)] = value;
    }

    // A hash of a few characters: days differ at the end, numbers within and at the end.
    private static int SlotOf(MappedField mapped, string raw)
    {
        var hash = (uint)raw.Length;
        if (raw.Length > 1) hash = ((hash * 31 + raw[^1]) * 31 + raw[^2]) * 31 + raw[raw.Length * 2 / 3];
        else if (raw.Length == 1) hash = raw[0];
        return mapped.Place * Slots + (int)((hash * 0x9E3779B1) >> 26);
    }
}
