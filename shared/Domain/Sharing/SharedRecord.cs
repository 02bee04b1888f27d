using EntCredit.Domain.Catalogue;
using EntCredit.Domain.Intake;
using EntCredit.Domain.Records;

namespace EntCredit.Domain.Sharing;

/// <summary>A collected record, as far as it decides who sees it.</summary>
/// <param name="Provider">Whose it is.</param>
/// <param name="Jurisdiction">The profile that it follows.</param>
/// <param name="Phase">Where it stands.</param>
/// <param name="Content">What it says.</param>
/// <param name="Disclosure">Who may see its item by the catalogue.</param>
/// <param name="Shown">Whether the public has seen it: then what hides it leaves a mark.</param>
public sealed record SharedRecord(string Provider, string Jurisdiction, RecordPhase Phase, RecordContent Content, Disclosure Disclosure, bool Shown);
