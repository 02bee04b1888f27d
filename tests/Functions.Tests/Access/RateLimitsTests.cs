using System.Net;
using EntCredit.Functions.Access;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Time.Testing;

namespace EntCredit.Functions.Tests.Access;

/// <summary>One caller in a hurry waits, and keeps nobody else waiting.</summary>
public sealed class RateLimitsTests
{
    private readonly FakeTimeProvider clock = new();

    [Fact]
    public void Take_MoreThanAMinutesWorth_WaitsForTheNext()
    {
        var rates = Rates();
        for (var n = 0; n < 3; n++) Assert.Null(rates.TakeFor(From("203.0.113.7")));
        Assert.Equal(20, rates.TakeFor(From("203.0.113.7"))!.Value.TotalSeconds, 3);
        Assert.Null(rates.TakeFor(From("203.0.113.8")));
        Assert.Null(rates.TakeFor("a-department"));
        clock.Advance(TimeSpan.FromSeconds(19.9));
        Assert.NotNull(rates.TakeFor(From("203.0.113.7")));
        clock.Advance(TimeSpan.FromSeconds(0.2));
        Assert.Null(rates.TakeFor(From("203.0.113.7")));
        Assert.NotNull(rates.TakeFor(From("203.0.113.7")));
    }

    [Theory]
    [InlineData("2001:db8:1:2::1", "2001:db8:1:2:ffff::9", true)]
    [InlineData("2001:db8:1:2::1", "2001:db8:1:3::1", false)]
    [InlineData("::ffff:203.0.113.7", "203.0.113.7", true)]
    public void Take_OfAddressesOfOneHousehold_IsOneBucket(string one, string other, bool same)
    {
        var rates = Rates();
        for (var n = 0; n < 3; n++) rates.TakeFor(From(one));
        Assert.Equal(same, rates.TakeFor(From(other)) is not null);
    }

    [Theory]
    [InlineData(0, "198.51.100.1", "203.0.113.7")]
    [InlineData(1, "198.51.100.1", "198.51.100.1")]
    [InlineData(1, "forged, 198.51.100.1:5000", "198.51.100.1")]
    [InlineData(2, "forged, 198.51.100.1, 192.0.2.1", "198.51.100.1")]
    [InlineData(2, "198.51.100.1", "203.0.113.7")]
    [InlineData(1, "nonsense", "203.0.113.7")]
    public void Take_BehindProxies_CountsTheAddressThatTheyWrote(int hops, string forwarded, string counted)
    {
        var rates = new RateLimits(new RateSettings(1, 1, hops), clock);
        var through = From("203.0.113.7");
        through.Request.Headers["X-Forwarded-For"] = forwarded;
        Assert.Null(rates.TakeFor(through));
        var again = From(counted);
        if (hops > 0) again.Request.Headers["X-Forwarded-For"] = string.Join(", ", Enumerable.Repeat(counted, hops));
        Assert.NotNull(rates.TakeFor(again));
    }

    [Fact]
    public void Buckets_OfCallersWhoWentAway_AreDropped()
    {
        var rates = Rates();
        for (var n = 0; n < 500; n++) rates.TakeFor("department " + n);
        Assert.Equal(500, rates.Count);
        clock.Advance(TimeSpan.FromMinutes(2));
        rates.TakeFor("another");
        Assert.Equal(1, rates.Count);
    }

    [Fact]
    public void Buckets_OfMoreCallersThanAreKept_AreShared()
    {
        var rates = Rates();
        for (var n = 0; n < RateLimits.MostBuckets + 2000; n++) rates.TakeFor("department " + n);
        Assert.Equal(RateLimits.MostBuckets + 1, rates.Count);
        Assert.NotNull(rates.TakeFor("one more"));
    }

    [Theory]
    [InlineData("PublicPerMinute", "0")]
    [InlineData("DepartmentPerMinute", "many")]
    [InlineData("ForwardedHops", "-1")]
    public void Settings_ThatAreNoNumbers_AreRefused(string name, string value) => Assert.Contains(
        $"EntCredit__Limits__{name}", Assert.Throws<InvalidOperationException>(() => RateSettings.Of(Settings(("EntCredit:Limits:" + name, value)))).Message, StringComparison.Ordinal);

    [Fact]
    public void Settings_NoneGiven_AreTheDefaults()
    {
        Assert.Equal(new RateSettings(60, 600, 0), RateSettings.Of(Settings()));
        Assert.Equal(new RateSettings(60, 600, 1), RateSettings.Of(Settings(("WEBSITE_SITE_NAME", "x"))));
    }

    [Fact]
    public async Task Door_AskedTooOften_Is429WithRetryAfter()
    {
        await using var host = await AccessHost.StartAsync("EntCredit:Limits:PublicPerMinute=2", "EntCredit:Limits:DepartmentPerMinute=3");
        await HoldAsync(host, "/api/v1/errors", null, 200, 200, 429);

        // Guessing keys is counted with the rest; who has one is not kept waiting for it.
        await HoldAsync(host, "/api/v1/batches", "wrong", 429);
        await HoldAsync(host, "/api/v1/batches", Personas.Key(Personas.Neighbour), 200, 200, 200, 429);
        await HoldAsync(host, "/api/v1/batches", Personas.Key(Personas.Stranger), 200);
    }

    private static async Task HoldAsync(AccessHost host, string path, string? key, params int[] statuses)
    {
        foreach (var status in statuses)
        {
            using var answer = await host.SendAsync("GET", path, key);
            Assert.Equal(status, (int)answer.StatusCode);
            Assert.Equal(status == 429, answer.Headers.RetryAfter?.Delta is { TotalSeconds: >= 1 and <= 60 });
        }
    }

    private RateLimits Rates() => new(new RateSettings(3, 1, 0), clock);

    private static DefaultHttpContext From(string address) => new() { Connection = { RemoteIpAddress = IPAddress.Parse(address) } };

    private static IConfiguration Settings(params (string Name, string Value)[] values) =>
        new ConfigurationBuilder().AddInMemoryCollection(values.ToDictionary(value => value.Name, value => (string?)value.Value)).Build();
}
