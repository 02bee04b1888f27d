using EntCredit.Functions.Access;
using EntCredit.Stores.Views;
using Microsoft.AspNetCore.Http;

namespace EntCredit.Functions.Cases;

/// <summary>Whose cases a list gives: the caller's own, or with <c>scope=jurisdiction</c> all of its jurisdiction, for who supervises.</summary>
/// <param name="Part">What the key is, or null where the list's own part decides.</param>
/// <param name="Key">The department or the jurisdiction.</param>
internal sealed record CaseScope(CasePart? Part, string Key)
{
    /// <summary>What a request asks for; null where the caller does not reach that far.</summary>
    public static CaseScope? Of(HttpRequest request, Caller caller) => request.Query["scope"] != "jurisdiction"
        ? new CaseScope(null, caller.Id)
        : caller.Reach >= Reach.Jurisdiction ? new CaseScope(CasePart.Jurisdiction, caller.Department.Jurisdiction) : null;
}
