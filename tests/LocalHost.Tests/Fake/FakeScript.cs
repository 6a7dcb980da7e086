using System.Text.Json;
using System.Text.Json.Serialization;

namespace Lianxin.LocalHost.Tests.Fake;

/// <summary>One request as the handler saw it.</summary>
public sealed record SeenRequest(string Method, string Target, Dictionary<string, string> Headers, string Body, int ProcessId)
{
    public string? Header(string name) =>
        Headers.FirstOrDefault(header => string.Equals(header.Key, name, StringComparison.OrdinalIgnoreCase)).Value;
}

/// <summary>What the handler is to answer.</summary>
/// <param name="Exit">Ends the process with this code instead of answering.</param>
public sealed record ScriptedReply(
    int Status = 200, string? ContentType = "application/json", string Body = "{}", int DelayMilliseconds = 0, int? Exit = null, Dictionary<string, string>? Headers = null);

[JsonSerializable(typeof(SeenRequest))]
[JsonSerializable(typeof(Dictionary<string, ScriptedReply>))]
public sealed partial class FakeJson : JsonSerializerContext;

/// <summary>The folder by which tests tell the handler what to answer and learn what it was sent.</summary>
public sealed class FakeScript(string folder)
{
    public const string FolderVariable = "FAKE_HANDLER_FOLDER";

    private readonly Lock _gate = new();

    private string ScriptPath => Path.Combine(folder, "script.json");

    private string SeenPath => Path.Combine(folder, "seen.jsonl");

    /// <param name="replies">By <c>METHOD /path</c>; what is not named gets 200 and <c>{}</c>.</param>
    public void Answer(Dictionary<string, ScriptedReply> replies)
    {
        var draft = ScriptPath + ".draft";
        File.WriteAllText(draft, JsonSerializer.Serialize(replies, FakeJson.Default.DictionaryStringScriptedReply));
        File.Move(draft, ScriptPath, overwrite: true);
    }

    public ScriptedReply ReplyTo(string method, string path)
    {
        var replies = File.Exists(ScriptPath)
            ? JsonSerializer.Deserialize(File.ReadAllText(ScriptPath), FakeJson.Default.DictionaryStringScriptedReply)!
            : [];
        return replies.TryGetValue($"{method} {path}", out var reply) ? reply : new ScriptedReply();
    }

    public void Record(SeenRequest request)
    {
        lock (_gate)
        {
            File.AppendAllText(SeenPath, JsonSerializer.Serialize(request, FakeJson.Default.SeenRequest) + "\n");
        }
    }

    /// <summary>Everything seen so far, without readiness probes.</summary>
    public IReadOnlyList<SeenRequest> Seen()
    {
        var lines = File.Exists(SeenPath) ? File.ReadAllText(SeenPath).Split('\n') : [];
        // The last piece is empty, or a line that is being written.
        return [.. lines.SkipLast(1).Select(line => JsonSerializer.Deserialize(line, FakeJson.Default.SeenRequest)!).Where(seen => seen.Target != "/")];
    }
}
