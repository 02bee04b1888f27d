using EntCredit.Functions.DualNotice;
using EntCredit.Functions.Enterprises;
using EntCredit.Functions.Sanctions;
using EntCredit.Orchestrations.Cases;
using EntCredit.Orchestrations.Departments;
using EntCredit.Orchestrations.DualNotice;
using EntCredit.Orchestrations.Inspections;
using EntCredit.Orchestrations.Provision;
using EntCredit.Orchestrations.Records;
using EntCredit.Orchestrations.Sanctions;
using EntCredit.Orchestrations.Sharing;
using EntCredit.Stores.Views;
using EntCredit.Orchestrations.Subjects;
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
        .AddTransient<ListingDesk>()
        .AddTransient<CounterBook>()
        .AddTransient<CounterDesk>()
        .AddTransient<PublishedRestrictions>()
        .AddTransient<FollowUpDesk>()
        .AddTransient<NoticeDesk>()
        .AddTransient<NoticeDoor>()
        .AddTransient<InspectionDesk>()
        .AddTransient<SubjectDesk>()
        .AddTransient<DrawListMaker>()
        .AddTransient<DrawDesk>()
        .AddTransient<DrawSettlement>()
        .AddTransient<EntityListRefresh>()
        .AddTransient<ProvisionDesk>()
        .AddTransient<ConsentDesk>()
        .AddTransient<AccountDesk>()
        .AddTransient<FiledCases>()
        .AddTransient<EnterpriseFileReader>();
}
