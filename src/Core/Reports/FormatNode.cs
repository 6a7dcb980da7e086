using System.Text.Json;

namespace Lianxin.Core.Reports;

/// <summary>What is wrong in a format file, by place (a JSON path such as <c>parts[3].level</c>).</summary>
public sealed record FormatProblem(string Place, string Message);

/// <summary>A place in a format file: reads values and notes every problem with its path instead of stopping at the first.</summary>
internal readonly record struct FormatNode(JsonElement Element, string Place, List<FormatProblem> Problems)
{
    public void Problem(string message) => Problems.Add(new FormatProblem(Place.Length == 0 ? "$" : Place, message));

    public FormatNode? Find(string name)
    {
        if (Element.ValueKind != JsonValueKind.Object)
            return null;
        var place = Place.Length == 0 ? name : $"{Place}.{name}";
        return Element.TryGetProperty(name, out var found) ? new FormatNode(found, place, Problems) : null;
    }

    /// <summary>A non-empty text; a missing or other value is a problem and reads as empty.</summary>
    public string Text(string name)
    {
        if (Find(name) is not { } node)
        {
            Problem($"缺少“{name}”。");
            return "";
        }

        return node.AsText();
    }

    public string AsText()
    {
        if (Element.ValueKind == JsonValueKind.String && !string.IsNullOrWhiteSpace(Element.GetString()))
            return Element.GetString()!;
        Problem("应为非空文字。");
        return "";
    }

    /// <summary>A name in kebab-case, as figure and section keys are.</summary>
    public string Key(string name)
    {
        var text = Text(name);
        if (text.Length > 0 && !FigureKeys.IsKebab(text))
            Find(name)!.Value.Problem($"“{text}”不是有效代码。");
        return text;
    }

    public int Number(string name, int smallest, int largest)
    {
        if (Find(name) is { } node && node.Element.ValueKind == JsonValueKind.Number
            && node.Element.TryGetInt32(out var number) && number >= smallest && number <= largest)
            return number;
        (Find(name) ?? this).Problem($"“{name}”应为{smallest}至{largest}的整数。");
        return smallest;
    }

    public IReadOnlyList<FormatNode> List(string name, bool mayBeMissing = false)
    {
        if (Find(name) is { Element.ValueKind: JsonValueKind.Array } node)
            return [.. node.Element.EnumerateArray().Select((e, i) => new FormatNode(e, $"{node.Place}[{i}]", node.Problems))];
        if (!mayBeMissing || Find(name) is not null)
            (Find(name) ?? this).Problem($"“{name}”应为列表。");
        return [];
    }

    public IReadOnlyList<string> Texts(string name) => [.. List(name).Select(n => n.AsText())];
}
