using EntCredit.LocalRuntime.Durable.Engine.History;
using Microsoft.Data.Sqlite;

namespace EntCredit.LocalRuntime.Durable.Engine.Storage;

/// <summary>Rows to records.</summary>
internal static class RowReading
{
    /// <summary>The columns that <see cref="Header"/> reads, from the first.</summary>
    public const string HeaderColumns =
        "seq, execution, id, name, version, input, parent_seq, parent_execution, parent_task, parent_id, parent_name, trace_parent, trace_state";

    public static string? Text(this SqliteDataReader row, int column) => row.IsDBNull(column) ? null : row.GetString(column);

    public static InstanceHeader Header(this SqliteDataReader row) => new(
        row.GetInt64(0), row.GetInt32(1), row.GetString(2), row.GetString(3), row.GetString(4), row.Text(5),
        row.IsDBNull(6) ? null : new ParentLink(row.GetInt64(6), row.GetInt32(7), row.GetInt32(8), row.GetString(9), row.GetString(10)),
        row.Text(11), row.Text(12));

    public static Message Message(SqliteDataReader row) =>
        new(row.GetInt64(0), (MessageKind)row.GetInt32(1), row.GetInt32(2), row.Text(3), row.Text(4));

    public static Turn Turn(SqliteDataReader row) => new(
        row.GetInt32(0), new(Utc(row.GetInt64(1)), Utc(row.GetInt64(2))), row.GetInt64(3), HistoryJson.Actions(row.Text(4)));

    /// <summary>The columns that <see cref="Activity"/> reads.</summary>
    public const string ActivityColumns = "instance, execution, task, id, name, input, trace_parent, trace_state, deliveries";

    public static QueuedActivity Activity(SqliteDataReader row) => new(
        row.GetInt64(0), row.GetInt32(1), row.GetInt32(2), row.GetString(3), row.GetString(4), row.Text(5), row.Text(6), row.Text(7), row.GetInt32(8));

    public static DateTime Utc(long ticks) => new(ticks, DateTimeKind.Utc);
}
