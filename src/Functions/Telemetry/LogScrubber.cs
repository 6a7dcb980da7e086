using OpenTelemetry;
using OpenTelemetry.Logs;

namespace Lianxin.Functions.Telemetry;

/// <summary>
/// Sends a log record's pattern, not its text, with those values only that name no person: who signed in from where, and what an exception
/// says, stay in the journal on the machine.
/// </summary>
public sealed class LogScrubber : BaseProcessor<LogRecord>
{
    private static readonly HashSet<string> Passing = new(StringComparer.Ordinal)
    {
        "{OriginalFormat}", "Agency", "Code", "Count", "Elapsed", "Function", "Invocation", "Method", "Provider",
    };

    public override void OnEnd(LogRecord data)
    {
        ArgumentNullException.ThrowIfNull(data);
        var kept = (data.Attributes ?? []).Where(a => Passing.Contains(a.Key)).ToList();
        if (data.Exception is { } failure)
        {
            kept.Add(new("exception.type", failure.GetType().FullName));
        }

        data.Attributes = kept;
        data.Exception = null;
        data.FormattedMessage = null;
        data.Body = kept.FirstOrDefault(a => a.Key == "{OriginalFormat}").Value as string;
    }
}
