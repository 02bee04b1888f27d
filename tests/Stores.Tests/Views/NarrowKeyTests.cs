using EntCredit.Stores.Views.Projections;

namespace EntCredit.Stores.Tests.Views;

/// <summary>How keys of records are kept: narrow, different for different keys, and near each other where a department's numbers follow each other.</summary>
public sealed class NarrowKeyTests
{
    [Fact]
    public void Of_NumbersThatFollowEachOther_LieTogether()
    {
        var together = Enumerable.Range(12_000, 1_000).Select(number => Near(Key($"界综执罚〔2020〕{number}号"))).Distinct();

        Assert.Single(together);
        Assert.NotEqual(Near(Key("界综执罚〔2020〕12999号")), Near(Key("界综执罚〔2020〕13000号")));
        Assert.NotEqual(Near(Key("界综执罚〔2020〕12999号")), Near(Key("界住建罚〔2020〕12999号")));
    }

    [Fact]
    public void Of_KeysOfAnyShape_AreSixteenBytesAndDifferent()
    {
        string[] keys =
        [
            "", "x", "same\u001fdept\u001fpermit\u001fabc", "id\u001fdept\u001fregister\u001f9134", "id\u001fdept\u001fregister\u001f9135",
            Key("号"), Key("1"), Key("2"), Key("1", "另一家"), Key(new string('字', 5_000)), Key(new string('字', 5_001)),
        ];

        var narrow = keys.Select(key => Convert.ToHexString(NarrowKey.Of(key))).ToList();

        Assert.All(narrow, key => Assert.Equal(32, key.Length));
        Assert.Equal(narrow.Count, narrow.Distinct().Count());
        Assert.Equal(narrow, keys.Select(key => Convert.ToHexString(NarrowKey.Of(key))));
    }

    private static string Key(string number, string subject = "913400000000000000") => $"id\u001fjieshou-enforcement\u001fpenalty\u001f{number}\u001f{subject}";

    private static string Near(string key) => Convert.ToHexString(NarrowKey.Of(key)[..4]);
}
