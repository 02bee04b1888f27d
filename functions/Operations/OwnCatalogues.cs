using EntCredit.Domain.DualNotice.Approvals;
using EntCredit.Domain.Sanctions.Measures;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace EntCredit.Functions.Operations;

/// <summary>The catalogues of approvals and of measures: those that come with the product, or the place's own.</summary>
public static class OwnCatalogues
{
    /// <summary>Adds them. 示例 is never law: on Azure, which names its sites, an invented entry is refused.</summary>
    /// <exception cref="InvalidOperationException">A file holds examples, on Azure.</exception>
    public static IServiceCollection AddOwnCatalogues(this IServiceCollection services, IConfiguration configuration)
    {
        var approvals = configuration["EntCredit:Approvals"] is { Length: > 0 } one ? ApprovalCatalogue.Parse(one, File.ReadAllText(one)) : ApprovalCatalogue.Default;
        var measures = configuration["EntCredit:Measures"] is { Length: > 0 } other ? MeasureCatalogue.Parse(other, File.ReadAllText(other)) : MeasureCatalogue.Default;
        return (approvals.HasExamples || measures.HasExamples) && configuration["WEBSITE_SITE_NAME"] is not null
            ? throw new InvalidOperationException("The file of EntCredit__Approvals or EntCredit__Measures holds examples (示例): they are refused here.")
            : services.AddSingleton(approvals).AddSingleton(measures);
    }
}
