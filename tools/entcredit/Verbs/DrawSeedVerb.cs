using System.CommandLine;
using System.Security.Cryptography;
using EntCredit.Domain.Inspections;

namespace EntCredit.Cli.Verbs;

/// <summary><c>draw-seed</c>: a seed that nobody guesses, and the digest to commit to it by.</summary>
internal static class DrawSeedVerb
{
    private const int Bytes = 32;

    private static readonly Option<string> Format = Arguments.Format();

    public static Command Create()
    {
        var verb = new Command("draw-seed", "生成随机抽查的种子及其摘要：公告时只报摘要，种子保密至抽取") { Format };
        verb.Runs(Format, (_, _) =>
        {
            using var random = RandomNumberGenerator.Create();
            var bytes = new byte[Bytes];
            random.GetBytes(bytes);
            var seed = Convert.ToHexStringLower(bytes);
            (object, IEnumerable<string>) answer = (new { seed, seedDigest = DrawMethod.Commitment(seed) }, [$"种子（请保密）：{seed}", $"摘要（公告时报送）：{DrawMethod.Commitment(seed)}"]);
            return Task.FromResult(answer);
        });
        return verb;
    }
}
