using System.Globalization;
using System.Text;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Logging.Console;

namespace Lianxin.Functions.Hosting;

/// <summary>
/// One event, one line: the Functions host makes a trace of every line that the handler prints, so an exception of thirty
/// lines would become thirty traces. Line breaks and control characters are folded; what users typed cannot forge a line.
/// </summary>
public sealed class OneLineFormatter(TimeProvider clock) : ConsoleFormatter(FormatterName)
{
    public const string FormatterName = "one-line";

    private const int MaxLength = 4000;

    private const int MaxFrames = 6;

    private const StringSplitOptions Frames = StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries;

    public override void Write<TState>(in LogEntry<TState> logEntry, IExternalScopeProvider? scopeProvider, TextWriter textWriter)
    {
        ArgumentNullException.ThrowIfNull(textWriter);
        var line = new StringBuilder()
            .Append(clock.GetUtcNow().UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss.fff'Z'", CultureInfo.InvariantCulture))
            .Append(' ').Append(Level(logEntry.LogLevel))
            .Append(' ').Append(logEntry.Category)
            .Append(": ").Append(logEntry.Formatter(logEntry.State, null));
        for (var failure = logEntry.Exception; failure is not null; failure = failure.InnerException)
        {
            line.Append(" | ").Append(failure.GetType().Name).Append(": ").Append(failure.Message);
            foreach (var frame in (failure.StackTrace ?? "").Split('\n', Frames).Take(MaxFrames))
                line.Append(" < ").Append(frame);
        }

        textWriter.WriteLine(Fold(line));
    }

    private static string Fold(StringBuilder line)
    {
        line.Length = Math.Min(line.Length, MaxLength);
        for (var i = 0; i < line.Length; i++)
        {
            // U+2028 and U+2029 end a line for some readers, too.
            if (char.IsControl(line[i]) || line[i] is '\u2028' or '\u2029')
                line[i] = ' ';
        }

        return line.ToString();
    }

    private static string Level(LogLevel level) => level switch
    {
        LogLevel.Trace => "trce",
        LogLevel.Debug => "dbug",
        LogLevel.Information => "info",
        LogLevel.Warning => "warn",
        LogLevel.Error => "fail",
        _ => "crit",
    };
}
