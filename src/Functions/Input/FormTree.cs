using System.Text.Json;

namespace Lianxin.Functions.Input;

/// <summary>
/// Form fields as the JSON they stand for: <c>answers.complete</c> is a field of the object <c>answers</c>, a name that comes
/// twice is a list. Every value stays text.
/// </summary>
internal sealed class FormTree
{
    private const int MaxDepth = 8;

    private readonly List<string> values = [];
    private readonly Dictionary<string, FormTree> children = new(StringComparer.Ordinal);

    public static JsonElement ToJson(IEnumerable<KeyValuePair<string, string>> fields)
    {
        var root = new FormTree();
        foreach (var (name, value) in fields)
            root.Add(name, value);
        using var buffer = new MemoryStream();
        using (var writer = new Utf8JsonWriter(buffer))
            root.WriteObject(writer);
        using var document = JsonDocument.Parse(buffer.ToArray());
        return document.RootElement.Clone();
    }

    private void Add(string name, string value)
    {
        var path = name.Split('.');
        if (path.Length > MaxDepth || path.Any(p => p.Length == 0))
            throw InputFaultException.Form("表单中有无法识别的字段名。");
        var node = this;
        foreach (var step in path)
        {
            if (!node.children.TryGetValue(step, out var child))
                node.children.Add(step, child = new FormTree());
            node = child;
        }

        // Browsers send line ends as CR LF, whatever was typed.
        node.values.Add(value.ReplaceLineEndings("\n"));
    }

    private void WriteObject(Utf8JsonWriter writer)
    {
        writer.WriteStartObject();
        foreach (var (name, child) in children)
        {
            writer.WritePropertyName(name);
            child.WriteValue(writer);
        }

        writer.WriteEndObject();
    }

    private void WriteValue(Utf8JsonWriter writer)
    {
        if (children.Count > 0 && values.Count > 0)
            throw InputFaultException.Form("表单中同一字段既有值又有下级字段。");
        if (children.Count > 0)
            WriteObject(writer);
        else if (values.Count == 1)
            writer.WriteStringValue(values[0]);
        else
            WriteList(writer);
    }

    private void WriteList(Utf8JsonWriter writer)
    {
        writer.WriteStartArray();
        foreach (var value in values)
            writer.WriteStringValue(value);
        writer.WriteEndArray();
    }
}
