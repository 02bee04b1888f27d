using System.Text.Json.Serialization;
using EntCredit.Domain.Obligations;

namespace EntCredit.Domain.Events;

/// <summary>A fact of the ledger.</summary>
/// <param name="At">The legal instant at which it happened, UTC.</param>
public abstract record DomainEvent(DateTimeOffset At)
{
    /// <summary>Duties that the fact starts.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public IReadOnlyList<OpenedDuty>? Opened { get; init; }

    /// <summary>Duties that the fact ends.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public IReadOnlyList<ClosedDuty>? Closed { get; init; }
}
