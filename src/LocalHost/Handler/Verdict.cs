using System.Net;
using System.Text.Json;

namespace Lianxin.LocalHost.Handler;

/// <summary>Whether a trigger call counts as done, judged as strictly as the real host does.</summary>
/// <param name="Chinese">Why it failed; empty when it did not.</param>
/// <param name="Logs">Lines the handler asked to be shown.</param>
internal sealed record Verdict(bool Succeeded, string Chinese, string English, IReadOnlyList<string> Logs)
{
    public static Verdict Success(IReadOnlyList<string> logs) => new(true, "", "", logs);

    public static Verdict Failure(string chinese, string english) => new(false, chinese, english, []);

    /// <summary>
    /// Non-2xx fails; a content type that is not JSON fails although the work was done; an empty answer, 204 or <c>null</c> would
    /// leave the real host hanging until functionTimeout, after which it kills the handler: here it fails at once, and says so.
    /// </summary>
    public static Verdict Of(HttpStatusCode status, string? mediaType, ReadOnlySpan<byte> body)
    {
        if ((int)status is < 200 or > 299)
        {
            return Failure($"处理程序答复 {(int)status}", $"the handler answered {(int)status}");
        }

        var blank = body.Trim(" \t\r\n"u8);
        if (blank.IsEmpty)
        {
            return Hang($"{(int)status} 且没有正文", $"{(int)status} without a body");
        }

        if (!string.Equals(mediaType, "application/json", StringComparison.OrdinalIgnoreCase)
            && !string.Equals(mediaType, "text/json", StringComparison.OrdinalIgnoreCase))
        {
            return Failure($"答复的类型是 {mediaType ?? "（无）"}，不是 application/json", $"the answer is {mediaType ?? "untyped"}, not application/json");
        }

        return blank.SequenceEqual("null"u8) ? Hang("正文为 null", "the body null") : Parsed(body);
    }

    private static Verdict Parsed(ReadOnlySpan<byte> body)
    {
        try
        {
            var reader = new Utf8JsonReader(body);
            using var document = JsonDocument.ParseValue(ref reader);
            return document.RootElement.ValueKind == JsonValueKind.Object
                ? Success([.. Lines(document.RootElement)])
                : Failure("答复不是 JSON 对象", "the answer is not a JSON object");
        }
        catch (JsonException broken)
        {
            return Failure("答复不是有效的 JSON", $"the answer is not valid JSON: {broken.Message}");
        }
    }

    private static IEnumerable<string> Lines(JsonElement answer)
    {
        foreach (var property in answer.EnumerateObject())
        {
            if (string.Equals(property.Name, "Logs", StringComparison.OrdinalIgnoreCase) && property.Value.ValueKind == JsonValueKind.Array)
            {
                foreach (var line in property.Value.EnumerateArray())
                {
                    yield return line.ToString();
                }
            }
        }
    }

    private static Verdict Hang(string chinese, string english) => Failure(
        $"{chinese}：真实宿主会挂起直到 functionTimeout，然后杀掉处理程序",
        $"{english}: the real host would hang until functionTimeout and then kill the handler");
}
