using EntCredit.Domain.Departments;
using EntCredit.Domain.Sanctions;
using EntCredit.Domain.Sanctions.Measures;
using EntCredit.Functions.Access;
using EntCredit.Functions.Cases;
using EntCredit.Functions.Http;
using EntCredit.Functions.OpenApi;
using EntCredit.Orchestrations.Cases;
using EntCredit.Orchestrations.Sanctions;
using Microsoft.AspNetCore.Http;

namespace EntCredit.Functions.Sanctions;

/// <summary>What an entry on a list proposes to its provider, who starts the joint sanction or does not (界政办〔2020〕5号 五(六)).</summary>
public sealed class ProposalFunctions(SanctionDesk desk, MeasureCatalogue measures, CaseReplies replies)
{
    /// <summary>What is proposed, with the measures of the catalogue and the departments that carry them out.</summary>
    [Function("GetProposal")]
    [Access(Reach.Own)]
    [Parameter("id", "案件编号")]
    [Answers(200, typeof(ProposalDocument), Versioned = true)]
    [Fails("EC43*")]
    public async Task<IResult> GetAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "api/v1/sanction-proposals/{id}")] HttpRequest request,
        string id,
        CancellationToken cancellation) =>
        await FindAsync(request, id, cancellation) is { Sanction.Proposal: { } proposal } file
            ? CaseReplies.Document(request, await DocumentAsync(id, proposal, cancellation), file.OwnVersion)
            : Problems.Of(SanctionErrors.Unknown);

    /// <summary>Starts it: pushed to the departments proposed, or to those named instead; with the responsible persons where the document covers them.</summary>
    [Function("ConfirmProposal")]
    [Access(Reach.Own, DepartmentRole.Provider, DepartmentRole.Registrar, DepartmentRole.MarketSupervision, DepartmentRole.Approver, DepartmentRole.Court)]
    [Parameter("id", "案件编号")]
    [Takes(typeof(ConfirmProposalBody))]
    [Answers(200, typeof(StartedDocument), Versioned = true)]
    [Answers(201, typeof(StartedDocument), Versioned = true)]
    [Fails("EC43*", "EC15*")]
    public async Task<IResult> ConfirmAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "api/v1/sanction-proposals/{id}/confirm")] HttpRequest request,
        string id,
        [DurableClient] DurableTaskClient client,
        CancellationToken cancellation)
    {
        if (await FindAsync(request, id, cancellation) is not { Sanction.Proposal: { } proposal }) return Problems.Of(SanctionErrors.Unknown);
        var (body, refusal) = await CaseBody.ReadAsync<ConfirmProposalBody>(request, cancellation);
        if (refusal is not null) return refusal;
        var command = new SanctionCommand.Initiate(
            default, proposal.By, proposal.Target, body!.Implementers ?? proposal.Implementers, [.. (body.Persons ?? []).Select(person => person.Person)]);
        var answer = await desk.InitiateAsync(id, new CaseOrigin(proposal.Target.Jurisdiction, proposal.Target.Subject), command, client, cancellation);
        return answer.Error is { } error
            ? Problems.Of(error)
            : CaseReplies.Document(request, new StartedDocument(id, [.. answer.State.Sanction.Implementers.Select(replies.Department)]), answer.Version, true);
    }

    /// <summary>Does not start it, with the reason.</summary>
    [Function("DropProposal")]
    [Access(Reach.Own)]
    [Parameter("id", "案件编号")]
    [Takes(typeof(ReasonBody))]
    [Answers(204)]
    [Fails("EC43*", "EC15*")]
    public async Task<IResult> DropAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "api/v1/sanction-proposals/{id}/drop")] HttpRequest request,
        string id,
        [DurableClient] DurableTaskClient client,
        CancellationToken cancellation)
    {
        if (await FindAsync(request, id, cancellation) is not { Sanction.Proposal: not null }) return Problems.Of(SanctionErrors.Unknown);
        var (body, refusal) = await CaseBody.ReadAsync<ReasonBody>(request, cancellation);
        if (refusal is not null) return refusal;
        var answer = await desk.DropAsync(id, Callers.Of(request).Id, body!.Reason, client, cancellation);
        return answer.Error is { } error ? Problems.Of(error) : Results.NoContent();
    }

    private async Task<SanctionFile?> FindAsync(HttpRequest request, string id, CancellationToken cancellation)
    {
        if (!CaseIds.IsId(id)) return null;
        var file = await desk.LoadAsync(id, cancellation);
        return file.Sanction.Proposal?.By == Callers.Of(request).Id ? file : null;
    }

    private async Task<ProposalDocument> DocumentAsync(string id, SanctionEvent.Proposed proposal, CancellationToken cancellation) => new(
        id,
        await replies.EnterpriseAsync(proposal.Target.Subject, cancellation),
        proposal.Target.List,
        proposal.Target.Cause,
        proposal.Record,
        proposal.At,
        [.. proposal.Implementers.Select(replies.Department)],
        [.. (measures.Cause(proposal.Target.Cause)?.Measures ?? []).Select(measure => new MeasureDocument(measure.Code, measure.Name, measure.Effect, measure.Years, measure.Source?.ToString()))]);
}
