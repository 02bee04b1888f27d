using System.Collections.Immutable;

namespace EntCredit.Domain.Departments;

/// <summary>The keys of one department: those of the departments file and those that were issued since, in that order.</summary>
/// <param name="Department">Whose.</param>
/// <param name="Keys">Revoked ones too.</param>
public sealed record KeyRing(string Department, ImmutableArray<HeldKey> Keys)
{
    /// <summary>The keys after a history.</summary>
    public static KeyRing Fold(Department department, IEnumerable<KeyEvent> history) =>
        history.Aggregate(new KeyRing(department.Id, [.. department.Keys.Select(key => new HeldKey(key, null, null))]), (ring, happened) => ring.After(happened));

    /// <summary>A key by its name, or null.</summary>
    public HeldKey? Find(string id) => Keys.FirstOrDefault(held => held.Id == id);

    private KeyRing After(KeyEvent happened) => happened switch
    {
        KeyEvent.Issued issued => this with { Keys = Keys.Add(new HeldKey(issued.Key, issued.At, null)) },
        KeyEvent.Revoked revoked => this with
        {
            Keys = [.. Keys.Select(held => held.Key.Hash == revoked.Hash && held.RevokedAt is null ? held with { RevokedAt = revoked.At } : held)],
        },
        _ => this,
    };
}
