namespace EntCredit.Domain.Intake;

/// <summary>What a row has in the field of a role.</summary>
/// <param name="Mapped">The field and its column; null where the file has none.</param>
/// <param name="Raw">The cell as read.</param>
/// <param name="Text">The normalised value; empty where the cell says nothing or is at fault.</param>
/// <param name="Filled">Whether the cell says anything, right or wrong.</param>
/// <param name="Day">The day, of a date.</param>
internal sealed record RoleValue(MappedField? Mapped, string Raw, string Text, bool Filled, DateOnly? Day)
{
    /// <summary>What a row has in the field of a role for which its file has no column.</summary>
    public static RoleValue Absent { get; } = new(null, "", "", false, null);

    /// <summary>What the content keeps of it, or null.</summary>
    public string? Kept { get; init; }
}
