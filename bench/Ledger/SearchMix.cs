using EntCredit.Domain.Subjects;
using EntCredit.Stores.Views;

namespace EntCredit.Bench.Ledger;

/// <summary>What people search for: the ten commonest words of two characters, words of few names, whole names, several conditions at once.</summary>
internal static class SearchMix
{
    /// <summary>The ten pairs of characters that stand in most names.</summary>
    public static IReadOnlyList<string> Commonest(int subjects) =>
        [.. Enumerable.Range(0, Math.Min(subjects, 20_000)).SelectMany(number => NameText.Grams(SampleRegister.NameOf(number)).Distinct()).Where(gram => gram.Length == 2)
            .CountBy(gram => gram).OrderByDescending(pair => pair.Value).ThenBy(pair => pair.Key, StringComparer.Ordinal).Take(10).Select(pair => pair.Key)];

    /// <summary>Queries, in an order that is the same in every run.</summary>
    public static IEnumerable<PublicQuery> Queries(int subjects, int count)
    {
        var common = Commonest(subjects);
        for (var i = 0; i < count; i++)
        {
            var number = (int)(SampleRegister.Mixed(i) % (ulong)subjects);
            var name = SampleRegister.NameOf(number);
            var word = common[i / 10 % common.Count];
            yield return (i % 10) switch
            {
                0 or 1 => new PublicQuery(word),
                2 => new PublicQuery(name[3..5]),
                3 => new PublicQuery(name[3..6]),
                4 => new PublicQuery(name),
                5 => new PublicQuery($"{name[3..5]} {word}"),
                6 => new PublicQuery(word) { Region = SampleRegister.RegionOf(number) },
                7 => new PublicQuery { Address = SampleRegister.AddressOf(number)[3..] },
                8 => new PublicQuery(word) { Item = "penalty", From = new DateOnly(2024, 1, 1).AddDays(i % 700), Until = new DateOnly(2024, 1, 1).AddDays(i % 700 + 30) },
                _ => new PublicQuery { Number = SampleRegister.CodeOf(number) },
            };
        }
    }
}
