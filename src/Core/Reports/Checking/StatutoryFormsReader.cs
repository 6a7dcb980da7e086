using System.Text.Json;

namespace Lianxin.Core.Reports.Checking;

/// <summary>Reads the file of the statutory forms. Either the whole comes out, or every problem with its place.</summary>
public static class StatutoryFormsReader
{
    public static StatutoryFormsReading Read(string json)
    {
        var problems = new List<FormatProblem>();
        try
        {
            using var document = JsonDocument.Parse(json);
            var forms = Forms(new FormatNode(document.RootElement, "", problems));
            return new StatutoryFormsReading(problems.Count == 0 ? forms : null, problems);
        }
        catch (JsonException broken)
        {
            problems.Add(new FormatProblem($"第{(broken.LineNumber ?? 0) + 1}行", "不是有效的JSON。"));
            return new StatutoryFormsReading(null, problems);
        }
    }

    private static StatutoryForms Forms(FormatNode root)
    {
        var cells = Cells(root);
        var read = new StatutoryForms(
            root.Text("version"),
            [.. root.List("forms").Select(Form)],
            [.. root.List("section2").Select(n => Row(n, cells))],
            cells,
            Labels(root, "columns"),
            [.. root.List("section3").Select(Application)],
            Labels(root, "section4"),
            Labels(root, "section4Cells"));
        foreach (var list in new[] { read.Columns, read.Section4Cells })
        {
            if (list.Count < 2 || list[^1].Key != StatutoryForms.Total)
                root.Problem("“columns”和“section4Cells”的最后一项应为total。");
        }

        foreach (var kind in Enum.GetValues<ApplicationRowKind>().Where(k => k != ApplicationRowKind.MergedOutcome))
        {
            if (read.Section3.All(r => r.Kind != kind))
                root.Problem($"“section3”缺少{Names.Of(kind)}行，勾稽关系无从核对。");
        }

        foreach (var row in read.Section3.Where(r => r.MergedInto is not null))
        {
            if (read.Section3.All(r => r.Key != row.MergedInto || r.Kind != ApplicationRowKind.MergedOutcome))
                root.Problem($"“section3”没有合并行“{row.MergedInto}”。");
        }

        return read;
    }

    private static StatutoryForm Form(FormatNode node) => new(
        node.Text("name"),
        node.Text("basis"),
        node.Number("firstYear", 2008, 2099),
        node.Find("lastYear") is { Element.ValueKind: JsonValueKind.Null } ? null : node.Number("lastYear", 2008, 2099),
        [.. node.List("headings").Select(h => Texts(h))]);

    private static IReadOnlyList<string> Texts(FormatNode node)
    {
        if (node.Element.ValueKind == JsonValueKind.Array)
            return [.. node.Element.EnumerateArray().Select(e => new FormatNode(e, node.Place, node.Problems).AsText())];
        node.Problem("应为列表。");
        return [];
    }

    private static Dictionary<string, ProactiveCell> Cells(FormatNode root)
    {
        var cells = new Dictionary<string, ProactiveCell>(StringComparer.Ordinal);
        if (root.Find("section2Cells") is not { Element.ValueKind: JsonValueKind.Object } node)
        {
            root.Problem("“section2Cells”应为对象。");
            return cells;
        }

        foreach (var cell in node.Element.EnumerateObject())
        {
            var place = new FormatNode(cell.Value, $"{node.Place}.{cell.Name}", node.Problems);
            cells[cell.Name] = new ProactiveCell(place.Text("label"), Kind<CellKind>(place));
        }

        return cells;
    }

    private static ProactiveRow Row(FormatNode node, Dictionary<string, ProactiveCell> cells)
    {
        var row = new ProactiveRow(node.Text("key"), node.Text("label"), node.Texts("cells"));
        foreach (var unknown in row.Cells.Where(c => !cells.ContainsKey(c)))
            node.Problem($"“section2Cells”没有“{unknown}”。");
        return row;
    }

    private static ApplicationRow Application(FormatNode node) =>
        new(node.Text("key"), node.Text("label"), Kind<ApplicationRowKind>(node), node.Find("mergedInto")?.AsText());

    private static IReadOnlyList<Labelled> Labels(FormatNode root, string name) =>
        [.. root.List(name).Select(n => new Labelled(n.Text("key"), n.Text("label")))];

    private static T Kind<T>(FormatNode node)
        where T : struct, Enum
    {
        var name = node.Text("kind");
        if (!Names.TryRead<T>(name, out var kind) && name.Length > 0)
            node.Problem($"不认识的种类“{name}”。");
        return kind;
    }
}

/// <summary>The forms, or what is wrong with their file.</summary>
public sealed record StatutoryFormsReading(StatutoryForms? Forms, IReadOnlyList<FormatProblem> Problems);
