using EntCredit.Domain.Subjects;

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
        Assert.Equal([expected], (await Public.SearchAsync(words, 0, 100, Cancellation)).Items.Select(hit => hit.Name));
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
        Assert.Empty((await Public.SearchAsync(words, 0, 100, Cancellation)).Items);
    }

    [Fact]
    public async Task SearchAsync_RenamedEnterprise_IsFoundByItsNewNameAlone()
    {
        await RegisterAsync("s-1", "91349999MA2N000602", "界首市旧名有限公司");
        await HappenAsync("s-1", new SubjectEvent.Registered(At.AddDays(1), "界首市新名有限公司", "r-2"));

        Assert.Empty((await Public.SearchAsync("旧名", 0, 100, Cancellation)).Items);
        var hit = Assert.Single((await Public.SearchAsync("新名", 0, 100, Cancellation)).Items);
        Assert.Equal(("界首市新名有限公司", "91349999MA2N000602", null), (hit.Name, hit.CreditCode, hit.RegistrationNumber));
    }

    [Fact]
    public async Task SearchAsync_ManyHits_PageInAStableOrderAndTellHowManyFollow()
    {
        for (var i = 1; i <= 25; i++) await RegisterAsync($"s-{i:00}", $"code-{i:00}", $"样例{i:00}号有限公司");

        var first = await Public.SearchAsync("有限公司", 0, 10, Cancellation);
        var second = await Public.SearchAsync("有限公司", first.Next!.Value, 10, Cancellation);
        var third = await Public.SearchAsync("有限公司", second.Next!.Value, 10, Cancellation);

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
        Assert.Empty((await Public.SearchAsync("91349999MA2N000602", 0, 100, Cancellation)).Items);
    }

    private async Task TownAsync()
    {
        await RegisterAsync("s-1", "c-1", "界首市样例甲商贸有限公司");
        await RegisterAsync("s-2", "c-2", "新会区样例甲（餐饮）店");
        await RegisterAsync("s-3", "c-3", "重庆ABC科技2号有限公司");
    }
}
