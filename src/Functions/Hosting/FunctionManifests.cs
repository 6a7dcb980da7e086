using System.Text;
using System.Text.Json;

namespace Lianxin.Functions.Hosting;

/// <summary>
/// Writes the <c>function.json</c> of every function. The files are kept beside the code in <c>functions/</c>, are copied
/// into the published folder as they are, and a test proves that they match the list.
/// </summary>
public static class FunctionManifests
{
    public const string Command = "--write-manifests";

    /// <summary>Name of the binding that carries a timer's tick.</summary>
    public const string TimerBinding = "timer";

    /// <summary>Name of the binding that carries a queue's message.</summary>
    public const string QueueBinding = "item";

    /// <summary>Handles <c>--write-manifests {folder}</c>; null when the command line asks for something else, else the exit code.</summary>
    public static int? Handle(IReadOnlyList<string> args, FunctionApp functions)
    {
        ArgumentNullException.ThrowIfNull(args);
        if (args.Count == 0 || args[0] != Command)
            return null;
        if (args.Count != 2)
        {
            Console.Error.WriteLine($"{Command} needs one folder.");
            return 2;
        }

        Write(functions, args[1]);
        return 0;
    }

    /// <summary>Writes all manifests and removes those of functions that are no more.</summary>
    public static void Write(FunctionApp functions, string folder)
    {
        ArgumentNullException.ThrowIfNull(functions);
        var kept = functions.Select(f => f.Name).ToHashSet(StringComparer.Ordinal);
        Directory.CreateDirectory(folder);
        foreach (var old in Directory.EnumerateDirectories(folder))
        {
            if (!kept.Contains(Path.GetFileName(old)) && File.Exists(Path.Combine(old, "function.json")))
                Directory.Delete(old, recursive: true);
        }

        foreach (var function in functions)
        {
            Directory.CreateDirectory(Path.Combine(folder, function.Name));
            File.WriteAllText(Path.Combine(folder, function.Name, "function.json"), Manifest(function));
        }
    }

    /// <summary>The text of one <c>function.json</c>.</summary>
    public static string Manifest(FunctionDescription function)
    {
        using var buffer = new MemoryStream();
        using (var json = new Utf8JsonWriter(buffer, new JsonWriterOptions { Indented = true, NewLine = "\n" }))
        {
            json.WriteStartObject();
            json.WriteStartArray("bindings");
            WriteBindings(json, function);
            json.WriteEndArray();
            json.WriteEndObject();
        }

        return Encoding.UTF8.GetString(buffer.ToArray()) + "\n";
    }

    private static void WriteBindings(Utf8JsonWriter json, FunctionDescription function)
    {
        switch (function)
        {
            case HttpFunction http:
                Binding(json, "httpTrigger", "in", "req", () =>
                {
                    json.WriteString("authLevel", "anonymous");
                    json.WriteString("route", http.Route);
                    Methods(json, http.Methods);
                });
                Binding(json, "http", "out", "res", () => { });
                break;
            case TimerFunction timer:
                Binding(json, "timerTrigger", "in", TimerBinding, () =>
                {
                    json.WriteString("schedule", timer.Schedule);
                    json.WriteBoolean("useMonitor", true);
                });
                break;
            case QueueFunction queue:
                Binding(json, "queueTrigger", "in", QueueBinding, () =>
                {
                    json.WriteString("queueName", queue.Queue);
                    json.WriteString("connection", "AzureWebJobsStorage");
                });
                break;
            default:
                throw new ArgumentException($"No binding is known for {function}.", nameof(function));
        }
    }

    private static void Binding(Utf8JsonWriter json, string type, string direction, string name, Action rest)
    {
        json.WriteStartObject();
        json.WriteString("type", type);
        json.WriteString("direction", direction);
        json.WriteString("name", name);
        rest();
        json.WriteEndObject();
    }

    private static void Methods(Utf8JsonWriter json, IReadOnlyList<string> methods)
    {
        if (methods.Count == 0)
            return;
        json.WriteStartArray("methods");
        foreach (var method in methods)
            json.WriteStringValue(method.ToLowerInvariant());
        json.WriteEndArray();
    }
}
