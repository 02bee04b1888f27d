using Microsoft.Extensions.DependencyInjection;
using EntCredit.LocalRuntime.Worker.Hosting;
using EntCredit.LocalRuntime.Worker.Timers;
using Microsoft.Extensions.Time.Testing;

namespace EntCredit.LocalRuntime.Tests.Worker.Timers;

public sealed class TimerFunctionTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("timers-").FullName;
    private readonly FakeTimeProvider _legal = new(new DateTimeOffset(2020, 6, 28, 1, 0, 0, TimeSpan.Zero));

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    private Task<TestHost> Host(Type function, params string[] settings) =>
        TestHost.StartAsync(
            [function],
            b =>
            {
                b.Services.AddKeyedSingleton<TimeProvider>("legal", _legal);
                b.Services.AddSingleton<Gate>();
            },
            _folder,
            settings: settings
        );

    private static Task QuietAsync(TestHost host) => host.Get<TimerListener>().WorkOffAsync(TestContext.Current.CancellationToken);

    [Fact]
    public async Task Tick_TimeComes_RunsOncePerTickWithStatus()
    {
        await using TestHost host = await Host(typeof(DailyFunction));
        _legal.Advance(TimeSpan.FromHours(15) - TimeSpan.FromTicks(1));
        await QuietAsync(host);
        Assert.Empty(host.Get<Seen>().All);
        _legal.Advance(TimeSpan.FromTicks(1));
        await QuietAsync(host);
        _legal.Advance(TimeSpan.FromDays(1));
        await QuietAsync(host);
        Assert.Equal(
            ["06-28 16:00 False 01-01 00:00 06-28 16:00", "06-29 16:00 False 06-28 16:00 06-29 16:00"],
            host.Get<Seen>().All
        );
    }

    [Fact]
    public async Task Start_TicksWereMissed_AreMadeUpOnce()
    {
        await using (await Host(typeof(DailyFunction))) { }
        _legal.Advance(TimeSpan.FromDays(3));
        await using (TestHost second = await Host(typeof(DailyFunction)))
        {
            await QuietAsync(second);
            Assert.Equal(["07-01 01:00 True 01-01 00:00 06-28 16:00"], second.Get<Seen>().All);
            _legal.Advance(TimeSpan.FromHours(15));
            await QuietAsync(second);
            Assert.Equal("07-01 16:00 False 07-01 01:00 07-01 16:00", second.Get<Seen>().All[^1]);
        }
        await using TestHost third = await Host(typeof(DailyFunction));
        await QuietAsync(third);
        Assert.Empty(third.Get<Seen>().All);
    }

    [Fact]
    public async Task Start_ScheduleIsNotMonitored_NothingIsMadeUp()
    {
        const string Setting = "Schedule=0 0 16 * * *";
        await using (await Host(typeof(UnmonitoredFunction), Setting)) { }
        _legal.Advance(TimeSpan.FromDays(3));
        await using TestHost host = await Host(typeof(UnmonitoredFunction), Setting);
        await QuietAsync(host);
        Assert.Empty(host.Get<Seen>().All);
        _legal.Advance(TimeSpan.FromDays(1));
        await QuietAsync(host);
        Assert.Equal(["False True"], host.Get<Seen>().All);
    }

    [Fact]
    public async Task Start_RunOnStartup_RunsAtEachStart()
    {
        for (int start = 0; start < 2; start++)
        {
            await using TestHost host = await Host(typeof(StartupFunction));
            await QuietAsync(host);
            Assert.Equal(["False"], host.Get<Seen>().All);
        }
    }

    [Fact]
    public async Task Tick_RunLastsLongerThanThreeTicks_OneFollowsAndNoneOverlaps()
    {
        await using TestHost host = await Host(typeof(SlowFunction));
        Seen seen = host.Get<Seen>();
        _legal.Advance(TimeSpan.FromHours(1));
        await seen.AtLeastAsync(1);
        for (int i = 0; i < 3; i++)
            _legal.Advance(TimeSpan.FromHours(1));
        host.Get<Gate>().Open(2);
        await QuietAsync(host);
        Assert.Equal(["begin 1", "end", "begin 1", "end"], seen.All);
    }

    [Fact]
    public async Task Tick_FunctionFails_RunsAgainAtTheNextTickOnly()
    {
        await using TestHost host = await Host(typeof(FailingFunction));
        _legal.Advance(TimeSpan.FromHours(1));
        await QuietAsync(host);
        Assert.Single(host.Get<Seen>().All);
        _legal.Advance(TimeSpan.FromHours(1));
        await QuietAsync(host);
        Assert.Equal(2, host.Get<Seen>().All.Count);
    }

    [Fact]
    public async Task Stop_RunIsCutOff_IsMadeUpAtTheNextStart()
    {
        await using (TestHost host = await Host(typeof(SlowFunction), "LocalRuntime:DrainTimeout=00:00:00.050"))
        {
            _legal.Advance(TimeSpan.FromHours(1));
            await host.Get<Seen>().AtLeastAsync(1);
        }
        await using TestHost again = await Host(typeof(SlowFunction));
        again.Get<Gate>().Open();
        await QuietAsync(again);
        Assert.Equal("end", again.Get<Seen>().All[^1]);
    }

    [Fact]
    public async Task Start_TimeZoneIsSet_IsRefused()
    {
        StartupException e = await Assert.ThrowsAsync<StartupException>(() =>
            Host(typeof(DailyFunction), "WEBSITE_TIME_ZONE=Asia/Shanghai")
        );
        Assert.Contains("WEBSITE_TIME_ZONE", e.Message, StringComparison.Ordinal);
    }
}
