using System.Globalization;
using System.Text.Json;
using Lianxin.LocalHost.Handler;

namespace Lianxin.LocalHost.Tests.Payloads;

/// <summary>Requests that a real Functions host sent, byte for byte.</summary>
internal sealed class Recorded
{
    private readonly string[] _head;

    private Recorded(string text)
    {
        var cut = text.IndexOf("\n\n", StringComparison.Ordinal);
        _head = text[..cut].Split('\n');
        Body = text[(cut + 2)..].Trim('\n');
    }

    public string Body { get; }

    public string Function => _head[0].Split(' ')[1][1..];

    /// <summary>Header names in lower case, sorted; the two sides may order them differently.</summary>
    public IReadOnlyList<string> HeaderNames => [.. _head.Skip(1).Select(line => line.Split(':')[0].ToLowerInvariant()).Order(StringComparer.Ordinal)];

    public JsonElement Json => JsonDocument.Parse(Body).RootElement;

    public Call Call
    {
        get
        {
            var system = Json.GetProperty("Metadata").GetProperty("sys");
            return new Call(Function, Instant(system.GetProperty("UtcNow").GetString()!), system.GetProperty("RandGuid").GetGuid());
        }
    }

    public static Recorded Read(string name) =>
        new(File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "Payloads", $"{name}.txt")).ReplaceLineEndings("\n"));

    public static DateTimeOffset Instant(string text) => DateTimeOffset.Parse(text, CultureInfo.InvariantCulture);
}
