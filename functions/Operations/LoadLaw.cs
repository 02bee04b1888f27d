using EntCredit.Domain.Departments;
using EntCredit.Domain.LoadedFiles;
using EntCredit.Domain.Settings;
using EntCredit.Functions.Access;
using EntCredit.Functions.Http;
using EntCredit.Functions.OpenApi;
using EntCredit.Stores.Law;
using EntCredit.Stores.Ledger;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;

namespace EntCredit.Functions.Operations;

/// <summary>Brings a departments, profile or catalogue file while the system runs.</summary>
public sealed class LoadLaw(LawBook law, [FromKeyedServices("legal")] TimeProvider legal)
{
    private const int MostCharactersOfName = 100;

    /// <summary>
    /// The body is the whole file. It is checked with the others, then takes the place of the one before it, within seconds and at the next start;
    /// with <c>?dryRun=true</c> it is only checked. What is bound already keeps its due days.
    /// </summary>
    [Function("LoadLaw")]
    [Access(Reach.Everything, DepartmentRole.Operator)]
    [BodyLimit(1024 * 1024)]
    [Parameter("dryRun", "只检查，不改变", OneOf = ["true", "false"])]
    [Parameter("kind", "文件种类", OneOf = ["departments", "profile", "catalogue"])]
    [Parameter("file", "文件名，用于提示")]
    [Takes(typeof(object))]
    [Answers(200, typeof(LawLoaded))]
    [Fails("EC1006", "EC1008", "EC1030")]
    public async Task<IResult> RunAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "api/v1/operations/law/{kind}")] HttpRequest request,
        string kind,
        CancellationToken cancellation)
    {
        if (SettingsWords.Parse<LawFileKind>(kind) is not { } wanted) return Problems.Of(SystemErrors.NotThere, kind);
        using var reader = new StreamReader(request.Body);
        var given = request.Query["file"].ToString();
        var file = new LawFile(given.Length is > 0 and <= MostCharactersOfName ? given : kind + ".json", await reader.ReadToEndAsync(cancellation));
        var dryRun = request.Query["dryRun"] == "true";
        var (by, at) = (Callers.Of(request).Id, legal.GetUtcNow());
        try
        {
            var change = dryRun ? await law.TryAsync(wanted, file, by, at, cancellation) : await law.LoadAsync(wanted, file, by, at, cancellation);
            return ApiJson.Ok(new LawLoaded(dryRun, kind, change.Sha256, change.Loaded is not null, change.Changes));
        }
        catch (LawFileException wrong)
        {
            return Problems.With(SystemErrors.LawFile, new Dictionary<string, object?> { ["errors"] = wrong.Problems }, wrong.Problems.Count);
        }
        catch (LedgerConflictException)
        {
            return Problems.Of(SystemErrors.Stale);
        }
    }
}

/// <summary>What a data file changed.</summary>
/// <param name="DryRun">Whether it was only checked.</param>
/// <param name="Kind">departments, profile or catalogue.</param>
/// <param name="Sha256">SHA-256 of the file.</param>
/// <param name="Changed">False where the same file is in force already.</param>
/// <param name="Changes">What changed, or would, in Chinese.</param>
public sealed record LawLoaded(bool DryRun, string Kind, string Sha256, bool Changed, IReadOnlyList<string> Changes);
