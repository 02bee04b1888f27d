using System.Security.Cryptography;
using System.Text;
using EntCredit.Domain.Calendar;
using EntCredit.Domain.Departments;
using EntCredit.Domain.Inspections;
using EntCredit.Domain.Jurisdictions;
using EntCredit.Stores.Views;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace EntCredit.Orchestrations.Inspections;

/// <summary>
/// 每日更新市场主体名录库 (湘商改〔2016〕7号 第八条, T17): the list is the register as collected, and its refresh a fact, where the document asks for one each day. Elsewhere the list is
/// the register whenever it is drawn from, and nobody owes a day.
/// </summary>
public sealed class EntityListRefresh(
    InspectionDesk desk,
    ICreditBook book,
    JurisdictionProfiles profiles,
    DepartmentRegister departments,
    [FromKeyedServices("legal")] TimeProvider legal,
    ILogger<EntityListRefresh> logger)
{
    /// <summary>Refreshes every list that is owed daily and holds somebody. Repeating it on one day changes nothing.</summary>
    public async Task RunAsync(CancellationToken cancellation)
    {
        foreach (var profile in profiles.All.Where(profile => profile.Clock(ClockKind.EntityRosterUpdate) is not null))
        {
            if (departments.In(profile.Id, DepartmentRole.MarketSupervision).FirstOrDefault() is not { } keeper) continue;

            // The register is read once a day, not each time that somebody makes sure.
            if ((await desk.EntitiesAsync(profile.Id, cancellation)).State.Last?.Day >= LegalZone.DayOf(legal.GetUtcNow())) continue;
            var entities = await book.EntitiesAsync(profile.Id, cancellation);
            if (entities.Count == 0) continue;
            var command = new EntityListCommand.Refresh(default, keeper.Id, profile.Id, entities.Count, DigestOf(entities));
            if ((await desk.RefreshAsync(command, null, cancellation)).Error is { } error) logger.LogError("The list of {Jurisdiction} was not refreshed: {Error}", profile.Id, error.Code);
        }
    }

    /// <summary>The SHA-256 of the numbers in order, one a line; lower-case hex.</summary>
    public static string DigestOf(IReadOnlyList<RegisteredEntity> entities) =>
        Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(string.Concat(entities.Select(entity => entity.Number + "\n")))));
}
