using CsCheck;
using EntCredit.LocalRuntime.Clocks;
using Microsoft.Extensions.Time.Testing;

namespace EntCredit.LocalRuntime.Tests.Clocks;

public sealed class MovableTimeProviderTests : IDisposable
{
    private static readonly DateTimeOffset Start = new(2026, 1, 1, 0, 0, 0, TimeSpan.Zero);
    private readonly string _folder = Directory.CreateTempSubdirectory("clock-").FullName;
    private readonly FakeTimeProvider _machine = new(Start);

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    private MovableTimeProvider Clock(DateTimeOffset? start = null) => new(_machine, new ClockFile(_folder), start);

    [Fact]
    public void GetUtcNow_NothingKept_IsMachineTime() => Assert.Equal(Start, Clock().GetUtcNow());

    [Fact]
    public void GetUtcNow_StartIsGivenOnce_LaterStartsGoOn()
    {
        DateTimeOffset legal = new(2020, 6, 28, 1, 0, 0, TimeSpan.Zero);
        Assert.Equal(legal, Clock(legal).GetUtcNow());
        _machine.Advance(TimeSpan.FromHours(2));
        Assert.Equal(legal.AddHours(2), Clock(legal.AddYears(5)).GetUtcNow());
    }

    [Fact]
    public void MoveTo_Forward_OutlivesTheProcess()
    {
        Assert.True(Clock().MoveTo(Start.AddDays(40)));
        _machine.Advance(TimeSpan.FromSeconds(1));
        Assert.Equal(Start.AddDays(40).AddSeconds(1), Clock().GetUtcNow());
    }

    [Fact]
    public void MoveTo_NotForward_DoesNothing()
    {
        MovableTimeProvider clock = Clock();
        Assert.False(clock.MoveTo(Start));
        Assert.False(clock.MoveTo(Start.AddTicks(-1)));
        Assert.Equal(Start, clock.GetUtcNow());
    }

    [Fact]
    public void GetTimestamp_AcrossAMove_ElapsedIsLegalTime()
    {
        MovableTimeProvider clock = Clock();
        long begin = clock.GetTimestamp();
        clock.MoveTo(Start.AddDays(3));
        _machine.Advance(TimeSpan.FromSeconds(5));
        Assert.Equal(TimeSpan.FromDays(3) + TimeSpan.FromSeconds(5), clock.GetElapsedTime(begin));
    }

    [Fact]
    public void Read_FileIsDamaged_IsSaid()
    {
        File.WriteAllText(Path.Combine(_folder, "clock.json"), "{");
        Assert.Throws<InvalidDataException>(() => Clock());
    }

    [Fact]
    public void CreateTimer_DueInSeventyDays_FiresByTimeAlone()
    {
        int fired = 0;
        using ITimer timer = Clock().CreateTimer(_ => fired++, null, TimeSpan.FromDays(70), Timeout.InfiniteTimeSpan);
        for (int day = 0; day < 69; day++)
            _machine.Advance(TimeSpan.FromDays(1));
        Assert.Equal(0, fired);
        _machine.Advance(TimeSpan.FromDays(1));
        Assert.Equal(1, fired);
    }

    [Fact]
    public void CreateTimer_Periodic_AJumpOverManyFiresOnce()
    {
        MovableTimeProvider clock = Clock();
        int fired = 0;
        using ITimer timer = clock.CreateTimer(_ => fired++, null, TimeSpan.FromMinutes(1), TimeSpan.FromMinutes(1));
        clock.MoveTo(Start.AddHours(1));
        Assert.Equal(1, fired);
        _machine.Advance(TimeSpan.FromMinutes(1));
        Assert.Equal(2, fired);
    }

    [Fact]
    public void CreateTimer_Disposed_NeverFires()
    {
        MovableTimeProvider clock = Clock();
        int fired = 0;
        clock.CreateTimer(_ => fired++, null, TimeSpan.FromMinutes(1), Timeout.InfiniteTimeSpan).Dispose();
        clock.MoveTo(Start.AddDays(1));
        Assert.Equal(0, fired);
    }

    [Fact]
    public void CreateTimer_TimePassesAndIsMovedInAnyOrder_EachFiresOnceWhenItIsDue() =>
        Gen.Select(Gen.Int[1, 5000].Array[1, 8], Gen.Select(Gen.Bool, Gen.Int[1, 900]).Array[1, 20])
            .Sample(
                (dues, steps) =>
                {
                    var machine = new FakeTimeProvider(Start);
                    string folder = Directory.CreateTempSubdirectory("clock-").FullName;
                    var clock = new MovableTimeProvider(machine, new ClockFile(folder));
                    int[] fired = new int[dues.Length];
                    ITimer[] timers =
                    [
                        .. dues.Select((due, i) => clock.CreateTimer(_ => fired[i]++, null, TimeSpan.FromSeconds(due), Timeout.InfiniteTimeSpan)),
                    ];
                    int now = 0;
                    bool right = true;
                    foreach ((bool isMove, int seconds) in steps)
                    {
                        now += seconds;
                        if (isMove)
                            clock.MoveTo(clock.GetUtcNow().AddSeconds(seconds));
                        else
                            machine.Advance(TimeSpan.FromSeconds(seconds));
                        right &= dues.Select((due, i) => fired[i] == (due <= now ? 1 : 0)).All(x => x);
                    }
                    foreach (ITimer timer in timers)
                        timer.Dispose();
                    Directory.Delete(folder, recursive: true);
                    return right;
                },
                iter: 100
            );
}
