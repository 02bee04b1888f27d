using System.Text.Json.Serialization;
using EntCredit.Domain.Sanctions.Measures;
using EntCredit.Functions.Cases;
using EntCredit.Stores.Views;

namespace EntCredit.Functions.Sanctions;

/// <summary>A joint sanction that an entry on a list proposes.</summary>
/// <param name="Id">The id that the sanction will have.</param>
/// <param name="Enterprise">Whom it would be about.</param>
/// <param name="List">The list.</param>
/// <param name="Cause">The cause's code.</param>
/// <param name="Record">The entry's record.</param>
/// <param name="ProposedAt">When it was proposed.</param>
/// <param name="Implementers">相关实施部门 by the catalogue of measures; may be empty.</param>
/// <param name="Measures">The measures that the cause has.</param>
public sealed record ProposalDocument(
    string Id,
    KnownEnterprise Enterprise,
    string List,
    string Cause,
    string Record,
    DateTimeOffset ProposedAt,
    IReadOnlyList<DepartmentDocument> Implementers,
    IReadOnlyList<MeasureDocument> Measures);

/// <summary>A measure of the catalogue.</summary>
/// <param name="Code">Its code.</param>
/// <param name="Name">What is restricted.</param>
/// <param name="Effect">What it does.</param>
/// <param name="Years">How long it lasts; null as long as the listing.</param>
/// <param name="LegalBasis">The provision that it rests on; null for an example.</param>
public sealed record MeasureDocument(string Code, string Name, MeasureEffect Effect, int? Years, string? LegalBasis);

/// <summary>A sanction that was started.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Implementers">To whom it was pushed.</param>
public sealed record StartedDocument(string Id, IReadOnlyList<DepartmentDocument> Implementers);

/// <summary>How a proposed sanction is started.</summary>
/// <param name="Implementers">相关实施部门 instead of those proposed, or null.</param>
/// <param name="Persons">责任人员, where the profile covers them.</param>
public sealed record ConfirmProposalBody(IReadOnlyList<string>? Implementers = null, IReadOnlyList<PersonBody>? Persons = null) : ICaseBody
{
    /// <inheritdoc/>
    [JsonIgnore]
    public string? Fault => Implementers is not null && !CaseText.AreShort(Implementers) ? "implementers" : PersonBody.FaultOf(Persons);
}
