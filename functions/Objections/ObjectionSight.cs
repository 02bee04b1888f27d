using EntCredit.Domain.Objections;
using EntCredit.Functions.Access;

namespace EntCredit.Functions.Objections;

/// <summary>Who sees what of an objection.</summary>
public static class ObjectionSight
{
    /// <summary>Whether the case is there for a caller.</summary>
    public static bool Sees(Caller caller, Objection state) =>
        state.Lodging is { } lodging && (caller.Reaches(lodging.About.Provider, lodging.About.Jurisdiction) || caller.Id == lodging.With);

    /// <summary>Whether who objects, why and by what proof is there for a caller: for the taker and the provider only.</summary>
    public static bool SeesApplicant(Caller caller, Objection state) =>
        state.Lodging is { } lodging && (caller.Id == lodging.About.Provider || caller.Id == lodging.With);
}
