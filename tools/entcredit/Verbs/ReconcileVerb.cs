using System.CommandLine;
using EntCredit.Cli.Http;

namespace EntCredit.Cli.Verbs;

/// <summary><c>reconcile</c>: runs the reconciler now.</summary>
internal static class ReconcileVerb
{
    private static readonly Option<string> Format = Arguments.Format();

    private static readonly IReadOnlyDictionary<string, string> Names = new Dictionary<string, string>
    {
        ["unfinishedBatches"] = "未办结的报送",
        ["publishableRecords"] = "应公示未公示的信息",
        ["unnotedOverdue"] = "逾期未记的义务",
        ["heldAfterReview"] = "保密审查后仍暂存的报送",
        ["joinable"] = "可与登记信息关联的信息",
        ["unsettledSanctions"] = "未送达完毕的惩戒",
        ["monthsUnasked"] = "未催报的月份",
        ["lackingEffect"] = "结果未及于信息的事项",
        ["unfollowed"] = "未告知、未触发后续的信息",
    };

    public static Command Create()
    {
        var verb = new Command("reconcile", "立即核对：凡应动未动的，使其动") { Connection.Url, Connection.KeyFile, Format };
        verb.Runs(Format, RunAsync);
        return verb;
    }

    private static async Task<(object Value, IEnumerable<string> Lines)> RunAsync(ParseResult parsed, CancellationToken cancellation)
    {
        using var service = Service.Of(parsed);
        var found = (await service.SendAsync(HttpMethod.Post, "/api/v1/operations/reconcile", null, cancellation))!;
        var lines = found.AsObject().Where(one => (long)one.Value! > 0).Select(one => $"{Names.GetValueOrDefault(one.Key, one.Key)}：{one.Value}").ToList();
        return (found, lines.Count == 0 ? ["没有停滞的事项"] : lines);
    }
}
