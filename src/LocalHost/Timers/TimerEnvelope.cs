using Lianxin.LocalHost.Handler;

namespace Lianxin.LocalHost.Timers;

internal static class TimerEnvelope
{
    /// <param name="status">Null when the schedule is not monitored.</param>
    public static byte[] Write(string binding, TimerStatus? status, bool isPastDue, Call call) =>
        EnvelopeText.Write(writer =>
        {
            writer.WriteStartObject("Data");
            writer.WriteStartObject(binding);
            writer.WriteStartObject("Schedule");
            writer.WriteBoolean("AdjustForDST", true);
            writer.WriteEndObject();
            if (status is null)
            {
                writer.WriteNull("ScheduleStatus");
            }
            else
            {
                writer.WriteStartObject("ScheduleStatus");
                writer.WriteString("Last", EnvelopeText.Local(status.Last));
                writer.WriteString("Next", EnvelopeText.Local(status.Next));
                writer.WriteString("LastUpdated", EnvelopeText.Local(status.LastUpdated));
                writer.WriteEndObject();
            }

            writer.WriteBoolean("IsPastDue", isPastDue);
            writer.WriteEndObject();
            writer.WriteEndObject();
            writer.WriteStartObject("Metadata");
            EnvelopeText.WriteSystem(writer, call);
            writer.WriteEndObject();
        });
}
