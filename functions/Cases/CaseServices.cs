using EntCredit.Functions.DualNotice;
using EntCredit.Orchestrations.Cases;
using EntCredit.Orchestrations.DualNotice;
using EntCredit.Orchestrations.Inspections;
using EntCredit.Orchestrations.Provision;
using EntCredit.Orchestrations.Records;
using EntCredit.Orchestrations.Sanctions;
using Microsoft.Extensions.DependencyInjection;

namespace EntCredit.Functions.Cases;

/// <summary>What the doors work with by which departments work together.</summary>
public static class CaseServices
{
    /// <summary>Adds the desks and what writes their answers.</summary>
    public static IServiceCollection AddCooperation(this IServiceCollection services) => services
        .AddTransient<CaseWriter>()
        .AddTransient<CaseSubjects>()
        .AddTransient<CaseReplies>()
        .AddTransient<SanctionDesk>()
        .AddTransient<RestrictionDesk>()
        .AddTransient<RegistrationDesk>()
        .AddTransient<FollowUpDesk>()
        .AddTransient<NoticeDesk>()
        .AddTransient<NoticeDoor>()
        .AddTransient<InspectionDesk>()
        .AddTransient<DrawListMaker>()
        .AddTransient<DrawDesk>()
        .AddTransient<DrawSettlement>()
        .AddTransient<EntityListRefresh>()
        .AddTransient<ProvisionDesk>();
}
