using System.Buffers;
using System.Text;
using EntCredit.Domain.DualNotice.Approvals;

namespace EntCredit.Bench.Scenarios;

/// <summary>What it costs to find the approvals that a million business scopes need.</summary>
public sealed class ScopeMatchScenario : IScenario
{
    private const int Scopes = 1_000_000;

    private static readonly string[] Trades =
    [
        "日用百货销售", "服装鞋帽批发", "计算机软件开发", "企业管理咨询", "五金交电销售", "建筑材料销售", "农副产品收购", "会议及展览服务", "房屋租赁", "物业管理",
        "化工产品销售（不含危险化学品）", "机械设备租赁", "广告设计、制作、代理、发布", "货物进出口", "技术推广服务", "家用电器维修", "办公用品销售", "园林绿化服务",
    ];

    /// <inheritdoc />
    public string Name => "scope-match";

    /// <inheritdoc />
    public string Describes => "a million business scopes read by the catalogue of approvals, s; floors: the platform's own search for the same words, yes or no; each character looked at once";

    /// <inheritdoc />
    public Task<IReadOnlyList<Figure>> RunAsync(int rounds, CancellationToken stop)
    {
        var law = ApprovalCatalogue.Default;
        var scopes = Make(law);
        var words = SearchValues.Create([.. law.Items.SelectMany(item => item.Words)], StringComparison.OrdinalIgnoreCase);
        long sink = 0;

        void Read()
        {
            long found = 0;
            foreach (var scope in scopes) found += law.Read(scope).Items.Count;
            sink += found;
        }

        void Platform()
        {
            long found = 0;
            foreach (var scope in scopes) found += scope.AsSpan().ContainsAny(words) ? 1 : 0;
            sink += found;
        }

        void Walk()
        {
            long sum = 0;
            foreach (var scope in scopes)
            {
                foreach (var character in scope) sum += character;
            }

            sink += sum;
        }

        Figure[] figures =
        [
            Measure.Paired("million-scopes-by-platform-search", "s", 1, rounds, Read, Platform),
            Measure.Paired("million-scopes-by-characters", "s", 1, rounds, Read, Walk),
            new("characters-each", "characters", scopes.Average(scope => scope.Length)),
            new("scopes-with-an-approval", "scopes", scopes.Count(scope => law.Read(scope).Items.Count > 0)),
        ];
        GC.KeepAlive(sink);
        return Task.FromResult<IReadOnlyList<Figure>>(figures);
    }

    // Four to nine trades each; a third of the scopes names one that needs an approval.
    private static string[] Make(ApprovalCatalogue law)
    {
        var random = new Random(20160826);
        string[] words = [.. law.Items.SelectMany(item => item.Words)];
        var scopes = new string[Scopes];
        var text = new StringBuilder();
        for (var i = 0; i < Scopes; i++)
        {
            text.Clear();
            for (var trades = random.Next(4, 10); trades > 0; trades--) text.Append(Trades[random.Next(Trades.Length)]).Append('；');
            if (random.Next(3) == 0) text.Append(words[random.Next(words.Length)]);
            text.Append("。（依法须经批准的项目，经相关部门批准后方可开展经营活动）");
            scopes[i] = text.ToString();
        }

        return scopes;
    }
}
