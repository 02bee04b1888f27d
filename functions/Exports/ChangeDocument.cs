using EntCredit.Domain.Catalogue;
using EntCredit.Domain.Departments;
using EntCredit.Functions.Public;
using EntCredit.Stores.Views;

namespace EntCredit.Functions.Exports;

/// <summary>A page of what changed in public.</summary>
/// <param name="From">The watermark that it goes on from.</param>
/// <param name="Through">The watermark that it comes to: <c>after</c> of the next page.</param>
/// <param name="More">Whether there is more now; else ask again later with the same <c>after</c>.</param>
/// <param name="Cursor"><paramref name="Through"/> and a mark of the ledger: as <c>after</c> of the next page it tells also a ledger that was set back.</param>
/// <param name="Items">The changes.</param>
public sealed record ChangePage(long From, long Through, bool More, string Cursor, IReadOnlyList<ChangeDocument> Items);

/// <summary>A page of what is shown in public.</summary>
/// <param name="Cursor">With this as <c>after</c> the changes go on, once every page was taken: that of the first page stays the same on all.</param>
/// <param name="Next"><c>after</c> of the next page, or null.</param>
/// <param name="Items">The records.</param>
public sealed record SnapshotPage(string Cursor, string? Next, IReadOnlyList<ChangeDocument> Items);

/// <summary>A record that changed, as it stands now.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Version">Its version: what has a lower one is older.</param>
/// <param name="Change">shown or removed: what is removed is to be taken down everywhere.</param>
/// <param name="Code">统一社会信用代码 or 注册号 of its enterprise; null where it is removed.</param>
/// <param name="Name">The enterprise's name; null where it is removed.</param>
/// <param name="Record">What the public sees; null where it is removed.</param>
public sealed record ChangeDocument(string Id, long Version, string Change, string? Code, string? Name, PublishedRecord? Record)
{
    /// <summary>The document of a change.</summary>
    public static ChangeDocument Of(PublicChange change, ResourceCatalogue catalogue, DepartmentRegister departments) => change.Shown is { } shown
        ? new ChangeDocument(change.Id, change.Version, "shown", change.Code, change.Name, PublishedRecord.Of(shown, catalogue, departments))
        : new ChangeDocument(change.Id, change.Version, "removed", null, null, null);
}
