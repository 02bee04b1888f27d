using EntCredit.Domain.Intake;
using EntCredit.Domain.Subjects;
using EntCredit.Stores.Ledger;
using EntCredit.Stores.Views;
using Microsoft.Extensions.DependencyInjection;

namespace EntCredit.Orchestrations.Cases;

/// <summary>Finds the enterprise that a case is about by its number; one that the ledger does not know becomes known with the case.</summary>
public sealed class CaseSubjects(IIntakeIndex index, [FromKeyedServices("legal")] TimeProvider legal)
{
    /// <summary>A number as written: a valid credit code or registration number, or null.</summary>
    public static (AliasKind Kind, string Value)? NumberOf(string? text)
    {
        if (string.IsNullOrWhiteSpace(text)) return null;
        var code = CreditCode.Read(text.Trim());
        if (CreditCode.IsValid(code.Code)) return (AliasKind.CreditCode, code.Code);
        return RegistrationNumber.IsValid(text.Trim()) ? (AliasKind.RegistrationNumber, text.Trim()) : null;
    }

    /// <summary>The enterprise's internal id, and what makes it known where it is not.</summary>
    public async Task<(string Subject, Append? Also)> FindAsync((AliasKind Kind, string Value) number, CancellationToken cancellation)
    {
        if ((await index.SubjectsAsync([number], cancellation)).GetValueOrDefault(number) is { } known) return (known.Id, null);
        var id = SubjectDecider.NewId(number);
        return (id, new Append(id, id, 0, [.. SubjectDecider.Meet(Subject.Initial, [number], legal.GetUtcNow())]));
    }
}
