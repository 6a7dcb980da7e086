using System.Text.Json;
using Lianxin.Core.Reports.Checking;

namespace Lianxin.Core.Reports.Records;

/// <summary>Reads the file of the kinds of records. Applicants and outcomes come from the statutory form, so that both always agree.</summary>
public static class RecordKindsReader
{
    private const string Pending = "pending";

    public static RecordKindsReading Read(string json, StatutoryForms forms)
    {
        ArgumentNullException.ThrowIfNull(forms);
        var problems = new List<FormatProblem>();
        try
        {
            using var document = JsonDocument.Parse(json);
            var root = new FormatNode(document.RootElement, "", problems);
            var kinds = new RecordKinds(
                root.Text("version"),
                [.. root.List("kinds").Select(n => Kind(n, forms))],
                [.. root.List("refused", mayBeMissing: true).Select(n => new RefusedKind(n.Key("key"), n.Text("label"), n.Text("because")))]);
            foreach (var twice in kinds.Kinds.Select(k => k.Key).Concat(kinds.Refused.Select(k => k.Key)).GroupBy(k => k, StringComparer.Ordinal).Where(g => g.Count() > 1))
                root.Problem($"种类“{twice.Key}”重复。");
            return new RecordKindsReading(problems.Count == 0 ? kinds : null, problems);
        }
        catch (JsonException broken)
        {
            problems.Add(new FormatProblem($"第{(broken.LineNumber ?? 0) + 1}行", "不是有效的JSON。"));
            return new RecordKindsReading(null, problems);
        }
    }

    private static RecordKind Kind(FormatNode node, StatutoryForms forms)
    {
        var outcomes = Outcomes(node, forms);
        var ends = Optional(node, "ends");
        if (outcomes.Count > 0 && ends is null)
            node.Problem("有结果的种类应有“ends”，结果在这一天产生。");
        return new RecordKind(
            node.Key("key"),
            node.Text("label"),
            node.Text("on"),
            ends,
            Optional(node, "publishes"),
            Optional(node, "amount"),
            node.Find("applicants") is { Element.ValueKind: JsonValueKind.True } ? [.. forms.Columns.Where(c => c.Key != StatutoryForms.Total)] : [],
            outcomes,
            [.. node.List("categories", mayBeMissing: true).Select(n => new Labelled(n.Text("key"), n.Text("label")))]);
    }

    private static IReadOnlyList<Labelled> Outcomes(FormatNode node, StatutoryForms forms)
    {
        switch (Optional(node, "outcomes"))
        {
            case null:
                return [];
            case "section3":
                return [.. forms.Section3.Where(r => r.Kind == ApplicationRowKind.Outcome).Select(r => new Labelled(r.Key, r.Label))];
            case "section4":
                return [.. forms.Section4Cells.Where(c => c.Key is not (StatutoryForms.Total or Pending))];
            default:
                node.Find("outcomes")!.Value.Problem("应为section3或section4。");
                return [];
        }
    }

    private static string? Optional(FormatNode node, string name) => node.Find(name) is { } found ? found.AsText() : null;
}

/// <summary>The kinds, or what is wrong with their file.</summary>
public sealed record RecordKindsReading(RecordKinds? Kinds, IReadOnlyList<FormatProblem> Problems);
