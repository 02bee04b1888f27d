using EntCredit.Domain.Calendar;
using EntCredit.Domain.Events;

namespace EntCredit.Domain.Departments;

/// <summary>How a department's keys come and go (湘商改〔2016〕7号: accounts are issued by the authority of the same level).</summary>
public static class KeyDecider
{
    /// <summary>Keys of one department that hold at the same time: room to change each of several systems over.</summary>
    public const int MostInForce = 10;

    /// <summary>The longest that a key may hold.</summary>
    public const int MostYears = 2;

    /// <summary>What a command gives.</summary>
    public static Decision<KeyEvent> Decide(KeyCommand command, KeyRing ring) => command switch
    {
        KeyCommand.Issue issue => Issue(issue, ring),
        KeyCommand.Revoke revoke => Revoke(revoke, ring),
        _ => throw new ArgumentOutOfRangeException(nameof(command)),
    };

    private static Decision<KeyEvent> Issue(KeyCommand.Issue issue, KeyRing ring)
    {
        if (ring.Keys.Any(held => held.Key.Hash == issue.Key.Hash)) return Decision<KeyEvent>.Nothing;
        DateOnly today = LegalZone.DayOf(issue.Now);
        if (issue.Key.Until is not { } until || until < issue.Key.From || until < today || until > Latest(issue.Key.From, today).AddYears(MostYears))
            return Decision<KeyEvent>.Impossible(KeyErrors.Days);
        return ring.Keys.Count(held => held.RevokedAt is null && (held.Key.Until is null || held.Key.Until >= today)) >= MostInForce
            ? Decision<KeyEvent>.Impossible(KeyErrors.TooMany)
            : Decision<KeyEvent>.Of(new KeyEvent.Issued(issue.At, ring.Department, issue.Key, issue.By));
    }

    private static Decision<KeyEvent> Revoke(KeyCommand.Revoke revoke, KeyRing ring)
    {
        if (ring.Find(revoke.Id) is not { } held) return Decision<KeyEvent>.Impossible(KeyErrors.Unknown);
        return held.RevokedAt is not null
            ? Decision<KeyEvent>.Nothing
            : Decision<KeyEvent>.Of(new KeyEvent.Revoked(revoke.At, ring.Department, held.Key.Hash, revoke.By));
    }

    private static DateOnly Latest(DateOnly a, DateOnly b) => a > b ? a : b;
}
