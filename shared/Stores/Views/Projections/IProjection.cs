using EntCredit.Domain.Events;
using EntCredit.Stores.Ledger.Sqlite;

namespace EntCredit.Stores.Views.Projections;

/// <summary>An event on its way into the projections.</summary>
/// <param name="Position">Its place in the ledger.</param>
/// <param name="Stream">Its stream's number.</param>
/// <param name="StreamName">Its stream.</param>
/// <param name="Event">What happened.</param>
/// <param name="First">Whether its stream begins with it: nothing is known of the stream yet.</param>
internal readonly record struct Fact(long Position, long Stream, string StreamName, DomainEvent Event, bool First);

/// <summary>Rows that derive from events alone: the same events give the same rows. Never reads personal data.</summary>
internal interface IProjection
{
    /// <summary>Writes what follows from one more event, in its transaction.</summary>
    void Apply(in Fact fact, SqliteSession session, Terms terms);
}
