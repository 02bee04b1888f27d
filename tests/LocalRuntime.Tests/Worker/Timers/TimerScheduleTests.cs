using EntCredit.LocalRuntime.Worker.Hosting;
using EntCredit.LocalRuntime.Worker.Timers;
using Microsoft.Extensions.Configuration;

namespace EntCredit.LocalRuntime.Tests.Worker.Timers;

public sealed class TimerScheduleTests
{
    private static readonly IConfiguration NoSettings = new ConfigurationBuilder().Build();

    private static TimerSchedule Of(string text) => TimerSchedule.Of(new TimerTriggerAttribute(text), NoSettings);

    [Theory]
    [InlineData("0 */5 * * * *", "2020-06-28T01:05:00Z")]
    [InlineData("0 0 16 * * *", "2020-06-28T16:00:00Z")]
    [InlineData("0 0 0 1 Jul-Aug *", "2020-07-01T00:00:00Z")]
    [InlineData("0 30 9 * * WED", "2020-07-01T09:30:00Z")]
    [InlineData("0 0 0 13 * Fri", "2020-11-13T00:00:00Z")]
    public void After_Ncrontab_IsTheNextTickInUtc(string schedule, string expected)
    {
        DateTimeOffset at = new(2020, 6, 28, 1, 0, 0, TimeSpan.Zero);
        Assert.Equal(DateTimeOffset.Parse(expected), Of(schedule).After(at));
    }

    [Theory]
    [InlineData("0 0 16 * *")]
    [InlineData("@daily")]
    [InlineData("00:30:00")]
    [InlineData("0 0 16 L * *")]
    [InlineData("0 0 16 15W * *")]
    [InlineData("0 0 16 ? * *")]
    [InlineData("0 0 16 * * 7")]
    [InlineData("0 0 16 * * 5L")]
    [InlineData("0 0 16 * * MON#2")]
    [InlineData("0 61 * * * *")]
    public void Of_NotNcrontab_IsRefused(string schedule) => Assert.Throws<StartupException>(() => Of(schedule));

    [Theory]
    [InlineData("*/30 * * * * *", true)]
    [InlineData("0,10 0 16 * * *", true)]
    [InlineData("0 * * * * *", false)]
    [InlineData("0 0 16 * * *", false)]
    public void FiresOftenAround_MoreThanOnceAMinute_IsTrue(string schedule, bool expected) =>
        Assert.Equal(expected, Of(schedule).FiresOftenAround(new DateTimeOffset(2020, 6, 28, 1, 0, 0, TimeSpan.Zero)));
}
