namespace EntCredit.Domain.Events;

/// <summary>A fact that begins a case and says which profile the case follows; every later duty of the same stream follows it too.</summary>
public interface IOfJurisdiction
{
    /// <summary>The profile's id.</summary>
    string Jurisdiction { get; }

    /// <summary>The catalogue item that the case is about, or null where it is about none.</summary>
    string? Item => null;
}
