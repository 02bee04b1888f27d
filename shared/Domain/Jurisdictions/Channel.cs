using EntCredit.Domain.Departments;

namespace EntCredit.Domain.Jurisdictions;

/// <summary>A path that a document lays for information (C6–C9). Of two copies of one fact, that of the channel listed first counts.</summary>
/// <param name="Id">A name within the profile.</param>
/// <param name="Name">The document's name for it, in Chinese.</param>
/// <param name="Modes">How information enters it.</param>
/// <param name="Kinds">The kinds of information that it carries.</param>
/// <param name="Levels">Levels of the departments that use it; empty for all.</param>
/// <param name="Source">The article.</param>
public sealed record Channel(
    string Id, string Name, IReadOnlyList<ChannelMode> Modes, Kinds Kinds, IReadOnlyList<DepartmentLevel> Levels, Citation Source)
{
    internal bool Serves(string item, string? category, DepartmentLevel level) =>
        Kinds.Include(item, category) && (Levels.Count == 0 || Levels.Contains(level));
}
