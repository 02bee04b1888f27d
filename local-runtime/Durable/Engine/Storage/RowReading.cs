using EntCredit.LocalRuntime.Durable.Engine.History;
using EntCredit.LocalRuntime.Storage;

namespace EntCredit.LocalRuntime.Durable.Engine.Storage;

/// <summary>Rows to records.</summary>
internal static class RowReading
{
    /// <summary>The columns that <see cref="Header"/> reads, from the first.</summary>
    public const string HeaderColumns =
        "seq, execution, id, name, version, input, parent_seq, parent_execution, parent_task, parent_id, parent_name, trace_parent, trace_state";

    public static InstanceHeader Header(this Statement row) => new(
        row.Int64(0), row.Int32(1), row.Text(2), row.Text(3), row.Text(4), row.TextOrNull(5),
        row.IsNull(6) ? null : new ParentLink(row.Int64(6), row.Int32(7), row.Int32(8), row.Text(9), row.Text(10)),
        row.TextOrNull(11), row.TextOrNull(12));

    public static Message Message(Statement row) =>
        new(row.Int64(0), (MessageKind)row.Int32(1), row.Int32(2), row.TextOrNull(3), row.TextOrNull(4));

    public static Turn Turn(Statement row) => new(
        row.Int32(0), new(Utc(row.Int64(1)), Utc(row.Int64(2))), row.Int64(3), HistoryJson.Actions(row.TextOrNull(4)));

    /// <summary>The columns that <see cref="Activity"/> reads.</summary>
    public const string ActivityColumns = "instance, execution, task, id, name, input, trace_parent, trace_state, deliveries";

    public static QueuedActivity Activity(Statement row) => new(
        row.Int64(0), row.Int32(1), row.Int32(2), row.Text(3), row.Text(4), row.TextOrNull(5), row.TextOrNull(6), row.TextOrNull(7), row.Int32(8));

    public static DateTime Utc(long ticks) => new(ticks, DateTimeKind.Utc);
}
