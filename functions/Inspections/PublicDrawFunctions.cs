using EntCredit.Domain.Inspections;
using EntCredit.Domain.Jurisdictions;
using EntCredit.Functions.Access;
using EntCredit.Functions.Cases;
using EntCredit.Functions.Http;
using EntCredit.Functions.OpenApi;
using EntCredit.Orchestrations;
using EntCredit.Orchestrations.Inspections;
using EntCredit.Stores.Views;
using Microsoft.AspNetCore.Http;

namespace EntCredit.Functions.Inspections;

/// <summary>Draws for anybody: announced ones with what was committed to, made ones with all that it takes to make them again.</summary>
public sealed class PublicDrawFunctions(InspectionDesk desk, DrawDesk draws, ICaseIndex index, JurisdictionProfiles profiles)
{
    /// <summary>The draws of a jurisdiction, newest first: whoever lets a commitment lie instead of drawing is seen.</summary>
    [Function("ListPublicDraws")]
    [Public]
    [Parameter("jurisdiction", "辖区编号", Required = true)]
    [Parameter("after", "上一页的 next")]
    [Answers(200, typeof(CasePage<PublicDraw>))]
    [Fails("EC1005")]
    public async Task<IResult> ListAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "api/v1/public/draws")] HttpRequest request, CancellationToken cancellation)
    {
        var jurisdiction = request.Query["jurisdiction"].ToString();
        if (profiles.Find(jurisdiction) is null)
            return Problems.Of(SystemErrors.Parameter, "jurisdiction", string.Join("、", profiles.All.Select(profile => profile.Id)));
        var streams = await index.FindAsync(CaseKind.Draw, CasePart.Jurisdiction, jurisdiction, CaseReplies.After(request), CaseReplies.PageSize, cancellation);
        List<PublicDraw> items = [];
        foreach (var stream in streams)
        {
            var id = stream[Instances.OfDraw(string.Empty).Length..];
            if ((await desk.DrawAsync(id, cancellation)).State is { Commitment: { Plan: not null } committed } state)
                items.Add(new PublicDraw(id, committed.Departments, committed.Matter, state.Phase, committed.At, state.Drawing?.At, $"/api/v1/public/draws/{id}"));
        }

        return CaseReplies.Page(items, streams);
    }

    /// <summary>A draw as it is published. Long lists do not come with it: <c>file</c> says where the whole lies.</summary>
    [Function("GetPublicDraw")]
    [Public]
    [Parameter("id", "案件编号")]
    [Answers(200, typeof(DrawProof))]
    [Fails("EC4501")]
    public async Task<IResult> GetAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "api/v1/public/draws/{id}")] HttpRequest request, string id, CancellationToken cancellation)
    {
        return await FindAsync(id, cancellation) is { } state
            ? ApiJson.Ok(await draws.ProofAsync(id, state, $"/api/v1/public/draws/{id}/file", cancellation))
            : Problems.Of(InspectionErrors.Unknown);
    }

    /// <summary>The whole of a draw, lists too; <c>./entcredit check-draw</c> makes it again offline.</summary>
    [Function("GetPublicDrawFile")]
    [Public]
    [Parameter("id", "案件编号")]
    [Answers(200, typeof(DrawProof))]
    [Fails("EC4501")]
    public async Task<IResult> FileAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "api/v1/public/draws/{id}/file")] HttpRequest request, string id, CancellationToken cancellation) =>
        await FindAsync(id, cancellation) is { } state ? ApiJson.Ok(await draws.ProofAsync(id, state, null, cancellation)) : Problems.Of(InspectionErrors.Unknown);

    private async Task<InspectionDraw?> FindAsync(string id, CancellationToken cancellation) =>
        CaseIds.IsId(id) && (await desk.DrawAsync(id, cancellation)).State is { Commitment.Plan: not null } state ? state : null;
}

/// <summary>A draw in the public list.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Departments">Who inspects; the first leads.</param>
/// <param name="Matter">The code in the list of matters.</param>
/// <param name="Phase">How far it has come.</param>
/// <param name="CommittedAt">When it was announced.</param>
/// <param name="DrawnAt">When it was made, or null.</param>
/// <param name="Proof">Where all of it stands.</param>
public sealed record PublicDraw(
    string Id, IReadOnlyList<string> Departments, string Matter, DrawPhase Phase, DateTimeOffset CommittedAt, DateTimeOffset? DrawnAt, string Proof);
