using EntCredit.LocalRuntime.Worker.Hosting;
using Microsoft.Data.Sqlite;

namespace EntCredit.LocalRuntime.Worker.Timers;

/// <summary>Where each schedule stood last.</summary>
internal sealed class TimerStatusStore(HostDatabase database)
{
    /// <summary>The status kept under a schedule, or null where none was kept or the schedule was another.</summary>
    public ScheduleStatus? Read(string function, string schedule) =>
        database.Run(c =>
        {
            c.CommandText = "SELECT last, next, updated FROM timer_status WHERE function = $f AND schedule = $s";
            c.Parameters.AddWithValue("$f", function);
            c.Parameters.AddWithValue("$s", schedule);
            using SqliteDataReader reader = c.ExecuteReader();
            return reader.Read()
                ? new ScheduleStatus
                {
                    Last = Instant(reader.GetInt64(0)),
                    Next = Instant(reader.GetInt64(1)),
                    LastUpdated = Instant(reader.GetInt64(2)),
                }
                : null;
        });

    /// <summary>Keeps a status.</summary>
    public void Write(string function, string schedule, ScheduleStatus status) =>
        database.Run(c =>
        {
            c.CommandText = "INSERT OR REPLACE INTO timer_status (function, schedule, last, next, updated) VALUES ($f, $s, $l, $n, $u)";
            c.Parameters.AddWithValue("$f", function);
            c.Parameters.AddWithValue("$s", schedule);
            c.Parameters.AddWithValue("$l", status.Last.Ticks);
            c.Parameters.AddWithValue("$n", status.Next.Ticks);
            c.Parameters.AddWithValue("$u", status.LastUpdated.Ticks);
            return c.ExecuteNonQuery();
        });

    private static DateTime Instant(long ticks) => new(ticks, DateTimeKind.Utc);
}
