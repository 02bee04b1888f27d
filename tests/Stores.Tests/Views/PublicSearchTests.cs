using EntCredit.Domain.Subjects;
using EntCredit.Stores.Tests.Ledger;
using EntCredit.Stores.Views;

namespace EntCredit.Stores.Tests.Views;

public sealed class PublicSearchTests : ViewFixture
{
    [Theory]
    [InlineData("样例甲商", "界首市样例甲商贸有限公司")]
    [InlineData("甲商", "界首市样例甲商贸有限公司")]
    [InlineData("界首市样例甲商贸有限公司", "界首市样例甲商贸有限公司")]
    [InlineData("甲 餐饮", "新会区样例甲（餐饮）店")]
    [InlineData("餐饮店", "新会区样例甲（餐饮）店")]
    [InlineData("ａｂｃ", "重庆ABC科技2号有限公司")]
    [InlineData("科技2", "重庆ABC科技2号有限公司")]
    [InlineData("店", "新会区样例甲（餐饮）店")]
    public async Task SearchAsync_WordsOfAName_FindIt(string words, string expected)
    {
        await TownAsync();
        Assert.Equal([expected], (await Public.SearchAsync(new PublicQuery(words), 0, 100, Cancellation)).Items.Select(hit => hit.Name));
    }

    [Theory]
    [InlineData("甲样")]
    [InlineData("样例乙")]
    [InlineData("甲 乙")]
    [InlineData("  ")]
    [InlineData("\"*( OR ')")]
    [InlineData("NOT")]
    [InlineData("\ud800")]
    public async Task SearchAsync_WhatStandsInNoName_FindsNothing(string words)
    {
        await TownAsync();
        Assert.Empty((await Public.SearchAsync(new PublicQuery(words), 0, 100, Cancellation)).Items);
    }

    [Fact]
    public async Task SearchAsync_RenamedEnterprise_IsFoundOnceByEitherNameUnderItsNewOne()
    {
        await RegisterAsync("s-1", "91349999MA2N000602", "界首市旧名有限公司");
        await HappenAsync("s-1", new SubjectEvent.Registered(At.AddDays(1), "界首市新名有限公司", "r-2"));

        foreach (var (words, former) in new[] { ("旧名", "界首市旧名有限公司"), ("新名", null), ("新名 旧名", "界首市旧名有限公司"), ("界首市", null) })
        {
            var hit = Assert.Single((await Public.SearchAsync(new PublicQuery(words), 0, 100, Cancellation)).Items);
            Assert.Equal(("界首市新名有限公司", "91349999MA2N000602", former), (hit.Name, hit.CreditCode, hit.FormerName));
        }

        Assert.Empty((await Public.SearchAsync(new PublicQuery("司界首"), 0, 100, Cancellation)).Items);
    }

    [Fact]
    public async Task SearchAsync_AddressAndRegion_AreSearchedEachByItself()
    {
        await PlaceAsync("s-1", "甲商贸有限公司", "界首市颍南路12号", "界首");
        await PlaceAsync("s-2", "乙颍南有限公司", "界首市人民路1号", "界首");
        await PlaceAsync("s-3", "丙有限公司", "新会区颍南路8号", "新会");

        Assert.Equal(["甲商贸有限公司", "丙有限公司"], await NamesAsync(new PublicQuery { Address = "颍南" }));
        Assert.Equal(["乙颍南有限公司"], await NamesAsync(new PublicQuery("颍南")));
        Assert.Equal(["甲商贸有限公司", "乙颍南有限公司"], await NamesAsync(new PublicQuery("有限公司") { Region = "界首" }));
        Assert.Equal(["甲商贸有限公司"], await NamesAsync(new PublicQuery("有限公司") { Region = "界首", Address = "南路 12号" }));
        Assert.Equal(["丙有限公司"], await NamesAsync(new PublicQuery { Region = "会" }));
        Assert.Equal("新会区颍南路8号", Assert.Single((await Public.SearchAsync(new PublicQuery("丙有限"), 0, 100, Cancellation)).Items).Address);
    }

    [Fact]
    public async Task SearchAsync_CategoryAndDate_CountWhatIsShownNow()
    {
        await RegisterAsync("s-1", "c-1", "甲有限公司");
        await RegisterAsync("s-2", "c-2", "乙有限公司");
        await HappenAsync("r-1", Collected("s-1", Samples.Content("1号") with { GeneratedOn = new DateOnly(2026, 1, 4) }), Published());
        await HappenAsync("r-2", Collected("s-2", Samples.Content("2号") with { GeneratedOn = new DateOnly(2026, 2, 4) }), Published());
        await HappenAsync("r-3", Collected("s-1", Samples.Content("3号") with { GeneratedOn = new DateOnly(2026, 3, 4) }));

        Assert.Equal(["甲有限公司", "乙有限公司"], await NamesAsync(new PublicQuery { Item = "penalty" }));
        Assert.Equal(["乙有限公司"], await NamesAsync(new PublicQuery("有限") { Item = "penalty", From = new DateOnly(2026, 2, 1) }));
        Assert.Equal(["甲有限公司"], await NamesAsync(new PublicQuery { Until = new DateOnly(2026, 1, 4) }));
        Assert.Empty(await NamesAsync(new PublicQuery { From = new DateOnly(2026, 3, 1) }));
        Assert.Empty(await NamesAsync(new PublicQuery { Item = "permit" }));
        Assert.Empty(await NamesAsync(new PublicQuery { Number = "c-1", From = new DateOnly(2026, 2, 1) }));
        Assert.Equal(["甲有限公司"], await NamesAsync(new PublicQuery { Number = "c-1", Item = "penalty" }));

        await HappenAsync("r-1", new Domain.Records.RecordEvent.Withdrawn(At, "x", "y"));
        Assert.Equal(["乙有限公司"], await NamesAsync(new PublicQuery { Item = "penalty" }));
    }

    [Fact]
    public async Task SearchAsync_MoreEnterprisesThanAPageLooksThrough_GoesOnAndMissesNone()
    {
        const int Enterprises = 7_000;
        await Ledger.AppendAsync(
            [.. Enumerable.Range(0, Enterprises).Select(i => new Stores.Ledger.Append($"s-{i}", $"s-{i}", 0, [new SubjectEvent.Registered(At, $"样例{i}有限公司", "r")]))], Cancellation);
        await HappenAsync("r-1", Collected("s-1"), Published());
        await HappenAsync("r-2", Collected($"s-{Enterprises - 1}"), Published());

        var (pages, found, after) = (0, new List<string>(), (long?)0);
        while (after is { } from)
        {
            var page = await Public.SearchAsync(new PublicQuery("有限") { From = new DateOnly(2026, 1, 1) }, from, 100, Cancellation);
            Assert.Equal(page.Next is not null, page.AtLeast);
            found.AddRange(page.Items.Select(hit => hit.Name));
            (pages, after) = (pages + 1, page.Next);
        }

        Assert.Equal(["样例1有限公司", "样例6999有限公司"], found);
        Assert.InRange(pages, 2, 9);
    }

    [Fact]
    public async Task SearchAsync_Merged_IsOneHitUnderEitherNameUntilSeparated()
    {
        await RegisterAsync("s-1", "c-1", "样例甲有限公司");
        await RegisterAsync("s-2", "c-2", "样例乙有限公司");
        await HappenAsync("r-2", Collected("s-2"), Published());
        await HappenAsync("s-2", new SubjectEvent.MergedInto(At, "s-1", "scjg", "同一企业"));

        foreach (var query in new[] { new PublicQuery("样例"), new PublicQuery("乙有"), new PublicQuery { Item = "penalty" }, new PublicQuery("有限") { From = new DateOnly(2026, 1, 1) } })
            Assert.Equal(["样例甲有限公司"], await NamesAsync(query));

        await HappenAsync("s-2", new SubjectEvent.Separated(At, "s-1", "scjg", "并错"));
        Assert.Equal(["样例甲有限公司", "样例乙有限公司"], await NamesAsync(new PublicQuery("样例")));
        Assert.Equal(["样例乙有限公司"], await NamesAsync(new PublicQuery { Item = "penalty" }));
        Assert.Empty(await NamesAsync(new PublicQuery("甲 乙")));
    }

    [Fact]
    public async Task SearchAsync_ManyHits_PageInAStableOrderAndTellHowManyFollow()
    {
        for (var i = 1; i <= 25; i++) await RegisterAsync($"s-{i:00}", $"code-{i:00}", $"样例{i:00}号有限公司");

        var first = await Public.SearchAsync(new PublicQuery("有限公司"), 0, 10, Cancellation);
        var second = await Public.SearchAsync(new PublicQuery("有限公司"), first.Next!.Value, 10, Cancellation);
        var third = await Public.SearchAsync(new PublicQuery("有限公司"), second.Next!.Value, 10, Cancellation);

        Assert.Equal((15, 5, 0), (first.More, second.More, third.More));
        Assert.Null(third.Next);
        Assert.Equal(
            Enumerable.Range(1, 25).Select(i => $"样例{i:00}号有限公司"),
            first.Items.Concat(second.Items).Concat(third.Items).Select(hit => hit.Name));
    }

    [Fact]
    public async Task SearchAsync_WhatTheRegisterHasNotBrought_IsNotFound()
    {
        await HappenAsync("s-1", new SubjectEvent.KnownAs(At, AliasKind.CreditCode, "91349999MA2N000602"));
        Assert.Empty((await Public.SearchAsync(new PublicQuery("91349999MA2N000602"), 0, 100, Cancellation)).Items);
    }

    private async Task<IEnumerable<string>> NamesAsync(PublicQuery query) =>
        (await Public.SearchAsync(query, 0, 100, Cancellation)).Items.Select(hit => hit.Name);

    private Task PlaceAsync(string subject, string name, string address, string region) =>
        HappenAsync(subject, new SubjectEvent.Registered(At, name, "r-register") { Address = address, Region = region });

    private async Task TownAsync()
    {
        await RegisterAsync("s-1", "c-1", "界首市样例甲商贸有限公司");
        await RegisterAsync("s-2", "c-2", "新会区样例甲（餐饮）店");
        await RegisterAsync("s-3", "c-3", "重庆ABC科技2号有限公司");
    }
}
