using EntCredit.Domain.Calendar;
using EntCredit.Domain.Events;
using EntCredit.Domain.Jurisdictions;

namespace EntCredit.Domain.Sharing;

/// <summary>Consent to what is not shared, or lies beyond the jurisdiction, where the document asks for it (P5). A pure function.</summary>
public static class ConsentDecider
{
    /// <summary>The longest that a consent holds.</summary>
    public const int MostYears = 1;

    /// <summary>What a command gives; the same again gives nothing.</summary>
    /// <param name="command">What is wanted.</param>
    /// <param name="given">What was given before under the same name, or null.</param>
    /// <param name="profile">The consenting department's profile.</param>
    public static Decision<ConsentEvent> Decide(ConsentCommand command, ConsentEvent.Given? given, JurisdictionProfile profile)
    {
        if (!profile.Sharing.ApprovalBeyond) return Decision<ConsentEvent>.Impossible(ConsentErrors.NotHere);
        if (command.To == command.By) return Decision<ConsentEvent>.Impossible(ConsentErrors.ToItself);
        var wanted = new ConsentEvent.Given(
            command.At, command.By, command.ByMarketSupervision, profile.Id, command.To, command.Subject, command.Purpose, command.Notice, command.Until);
        if (given is not null) return given with { At = command.At } == wanted ? Decision<ConsentEvent>.Nothing : Decision<ConsentEvent>.Impossible(ConsentErrors.OtherContent);
        var today = LegalZone.DayOf(command.At);
        return command.Until < today || command.Until > today.AddYears(MostYears)
            ? Decision<ConsentEvent>.Impossible(ConsentErrors.Days)
            : Decision<ConsentEvent>.Of(wanted);
    }
}
