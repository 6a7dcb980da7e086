using System.Text.Json;
using Lianxin.Core;
using Lianxin.Core.Items;

namespace Lianxin.Functions.UseCases;

/// <summary>An import's report, row by row.</summary>
public sealed record ImportReport(string Kind, bool DryRun, int Total, int Imported, int AlreadyThere, int Refused, IReadOnlyList<ImportLine> Rows);

/// <summary>A parsed file of past items: its rows, or why it cannot be read at all.</summary>
public sealed record ImportFile(string Kind, IReadOnlyList<(int Line, ImportRow Row)> Items, IReadOnlyList<ImportLine> Broken, Refusal? Refusal)
{
    public const string ItemsKind = "items";
    public const string FiguresKind = "figures";
    public const string FeedbackKind = "feedback";
    public const string RecordsKind = "records";

    private static readonly string[] Header =
        ["number", "entry", "office", "village", "title", "body", "formed_on", "published_on", "period", "elements", "channels", "url"];

    /// <summary>What a file holds is told by its head line.</summary>
    public static string? KindOf(IReadOnlyList<string> head)
    {
        ArgumentNullException.ThrowIfNull(head);
        return head.Contains("ended_on", StringComparer.Ordinal) ? RecordsKind
            : head.Contains("published_on", StringComparer.Ordinal) ? ItemsKind
            : head.Contains("received_on", StringComparer.Ordinal) ? FeedbackKind
            : head.Contains("key", StringComparer.Ordinal) && head.Contains("value", StringComparer.Ordinal) ? FiguresKind
            : null;
    }

    /// <summary>Reads the rows of a register of items; rows that cannot be read are named, the others kept.</summary>
    public static ImportFile ReadItems(ImportLines lines)
    {
        ArgumentNullException.ThrowIfNull(lines);
        var head = lines.Rows[0].Fields;
        var missing = Header.Where(h => h is not "url" and not "channels" && !head.Contains(h, StringComparer.Ordinal)).ToList();
        if (missing.Count > 0)
        {
            return new ImportFile(ItemsKind, [], [], Refusal.Field("file", $"表头缺少列：{string.Join('、', missing)}。", "import-columns"));
        }

        var columns = head.Select((name, index) => (name, index)).GroupBy(c => c.name, StringComparer.Ordinal).ToDictionary(g => g.Key, g => g.First().index, StringComparer.Ordinal);
        var rows = new List<(int, ImportRow)>(lines.Rows.Count);
        var broken = new List<ImportLine>(lines.Broken);
        foreach (var (line, fields) in lines.Rows.Skip(1))
        {
            string Of(string name) => columns.TryGetValue(name, out var index) && index < fields.Count ? fields[index] : "";
            if (fields.Count != head.Count)
            {
                broken.Add(new ImportLine(line, Of("number"), "refused", null, "import-broken-line", $"第{line}行有{fields.Count}列，表头有{head.Count}列。"));
                continue;
            }

            if (ReadElements(Of("elements")) is not { } elements)
            {
                broken.Add(new ImportLine(line, Of("number"), "refused", null, "import-elements", $"第{line}行的 elements 不是 JSON 对象。"));
                continue;
            }

            var channels = Of("channels").Split([';', '；', '|'], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
            rows.Add((line, new ImportRow(
                Of("number").Trim(), Of("entry").Trim(), Of("office").Trim(), Of("village").Trim(), Of("title"), Of("body"),
                Of("formed_on").Trim(), Of("published_on").Trim(), Of("period").Trim(), elements, channels)));
        }

        foreach (var twice in rows.GroupBy(r => r.Item2.Number, StringComparer.Ordinal).Where(g => g.Count() > 1))
        {
            broken.Add(new ImportLine(twice.Last().Item1, twice.Key, "refused", null, "import-number-twice", $"编号“{twice.Key}”在第{string.Join('、', twice.Select(t => t.Item1))}行重复。"));
        }

        return new ImportFile(ItemsKind, rows, broken, null);
    }

    private static Dictionary<string, string>? ReadElements(string text)
    {
        var elements = new Dictionary<string, string>(StringComparer.Ordinal);
        if (string.IsNullOrWhiteSpace(text))
        {
            return elements;
        }

        try
        {
            using var document = JsonDocument.Parse(text);
            if (document.RootElement.ValueKind != JsonValueKind.Object)
            {
                return null;
            }

            foreach (var property in document.RootElement.EnumerateObject())
            {
                elements[property.Name] = property.Value.ValueKind == JsonValueKind.String ? property.Value.GetString()! : property.Value.GetRawText();
            }

            return elements;
        }
        catch (JsonException)
        {
            return null;
        }
    }
}
