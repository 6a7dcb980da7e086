using System.Text.Json;
using System.Text.Unicode;

namespace Lianxin.Functions.Input;

/// <summary>
/// JSON as RFC 8259 has it: UTF-8, one object, no key twice, no comment, no NaN, at most 32 levels, and only strings that are
/// text (half a surrogate pair is none).
/// </summary>
internal static class StrictJson
{
    private static readonly JsonDocumentOptions Options = new() { AllowDuplicateProperties = false, MaxDepth = 32 };

    public static JsonElement Parse(ReadOnlyMemory<byte> body)
    {
        // Some editors of Windows put a byte order mark before UTF-8.
        var json = body.Span.StartsWith("\uFEFF"u8) ? body[3..] : body;
        if (!Utf8.IsValid(json.Span))
            throw InputFaultException.Encoding("请求正文");
        try
        {
            using var document = JsonDocument.Parse(json, Options);
            if (document.RootElement.ValueKind != JsonValueKind.Object)
                throw Malformed("正文应为一个 JSON 对象。");
            RequireText(document.RootElement);
            return document.RootElement.Clone();
        }
        catch (JsonException fault)
        {
            throw Malformed(fault.LineNumber is { } line
                ? $"第 {line + 1} 行不是正确的 JSON（或层次超过 {Options.MaxDepth} 层）。"
                : "JSON 对象中有重复的字段名。");
        }
        catch (InvalidOperationException)
        {
            throw Malformed("JSON 中的字符串含有不完整的字符。");
        }
    }

    /// <summary>Reading a string with half a surrogate pair throws; better here than in the middle of a command.</summary>
    private static void RequireText(JsonElement element)
    {
        switch (element.ValueKind)
        {
            case JsonValueKind.String:
                _ = element.GetString();
                break;
            case JsonValueKind.Array:
                foreach (var child in element.EnumerateArray())
                    RequireText(child);
                break;
            case JsonValueKind.Object:
                foreach (var child in element.EnumerateObject())
                {
                    _ = child.Name;
                    RequireText(child.Value);
                }

                break;
        }
    }

    private static InputFaultException Malformed(string detail) => new(Problem.BadInput(ProblemCodes.MalformedJson, detail));
}
