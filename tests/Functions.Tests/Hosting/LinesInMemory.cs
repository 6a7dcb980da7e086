using System.Collections.Concurrent;
using Lianxin.Functions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;

namespace Lianxin.Functions.Tests.Hosting;

/// <summary>What the handler would print, formatted by its own formatter.</summary>
internal sealed class LinesInMemory(TimeProvider clock) : ILoggerProvider
{
    private readonly OneLineFormatter formatter = new(clock);

    public ConcurrentQueue<string> Lines { get; } = new();

    public ILogger CreateLogger(string categoryName) => new Logger(this, categoryName);

    public void Dispose()
    {
    }

    private sealed class Logger(LinesInMemory owner, string category) : ILogger
    {
        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => true;

        public void Log<TState>(
            LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter)
        {
            using var text = new StringWriter { NewLine = "\n" };
            owner.formatter.Write(new LogEntry<TState>(logLevel, category, eventId, state, exception, formatter), null, text);
            owner.Lines.Enqueue(text.ToString());
        }
    }
}
