using System.Text.Json;

namespace Lianxin.Core.Reports;

/// <summary>Reads a format file. Either a whole format comes out, or every problem with its place.</summary>
public static class ReportFormatReader
{
    private static readonly Dictionary<string, PartKind> Kinds = new(StringComparer.Ordinal)
    {
        ["heading"] = PartKind.Heading,
        ["contents"] = PartKind.Contents,
        ["sentence"] = PartKind.Sentence,
        ["narrative"] = PartKind.Narrative,
        ["class-table"] = PartKind.ClassTable,
        ["benefit-table"] = PartKind.BenefitTable,
        ["month-chart"] = PartKind.MonthChart,
        ["table"] = PartKind.Table,
        ["figure-chart"] = PartKind.FigureChart,
        ["office-chart"] = PartKind.OfficeChart,
        ["web-code"] = PartKind.WebCode,
        ["figure-notes"] = PartKind.FigureNotes,
        ["finding-notes"] = PartKind.FindingNotes,
        ["note"] = PartKind.Note,
        ["signature"] = PartKind.Signature,
    };

    public static ReportFormatReading Read(string json)
    {
        var problems = new List<FormatProblem>();
        try
        {
            using var document = JsonDocument.Parse(json);
            var format = Format(new FormatNode(document.RootElement, "", problems));
            return new ReportFormatReading(problems.Count == 0 ? format : null, problems);
        }
        catch (JsonException broken)
        {
            problems.Add(new FormatProblem($"第{(broken.LineNumber ?? 0) + 1}行", "不是有效的JSON。"));
            return new ReportFormatReading(null, problems);
        }
    }

    private static ReportFormat Format(FormatNode root)
    {
        var classes = root.List("classes").Select(n => new FormatClass(n.Key("key"), n.Text("title"))).ToList();
        Unique(root, "classes", classes.Select(c => c.Key).Concat(classes.Select(c => c.Title)));
        if (classes.Any(c => c.Key is "total" or "month"))
            root.Problem("类别代码不能为total或month。");
        var benefits = root.List("benefits").Select(n => new FormatBenefit(n.Key("figure"), n.Text("phrase"))).ToList();
        Unique(root, "benefits", benefits.Select(b => b.Figure));
        var parts = root.List("parts").Select(Part).ToList();
        Unique(root, "parts", parts.Where(p => p.Section.Length > 0).Select(p => p.Section));
        if (parts.Count(p => p.Kind == PartKind.Signature) != 1)
            root.Problem("“parts”应有且只有一处署名（signature）。");
        var records = RecordFiguresReader.Read(root);
        var tables = FormatTablesReader.Read(root, records);
        foreach (var missing in parts.Where(p => p.Kind == PartKind.Table && tables.All(t => t.Name != p.Table)))
            root.Problem($"“tables”中没有“{missing.Table}”。");
        return new ReportFormat(
            root.Key("format"),
            root.Text("version"),
            root.Texts("title"),
            root.Text("issuer"),
            root.Text("subject"),
            Counting(root),
            classes,
            benefits,
            Declared(root, classes),
            root.Find("opinions") is { } opinions ? new FormatOpinions(opinions.Key("collected"), opinions.Key("handled")) : null,
            [.. root.List("zeros", mayBeMissing: true).Select(n => new FormatZero(n.Key("key"), n.Text("label"), n.Text("unit")))],
            [.. root.List("claims", mayBeMissing: true).Select(n => new FormatClaim(n.Text("before"), n.Text("after"), n.Key("figure")))],
            [.. root.List("qualifiers", mayBeMissing: true).Select(n => n.AsText())],
            parts)
        {
            Form = root.Find("form") is { } form ? form.AsText() : null,
            FirstYear = Year(root, "firstYear"),
            LastYear = Year(root, "lastYear"),
            Records = records,
            Plausible = [.. root.List("plausible", mayBeMissing: true).Select(n => new FormatPlausible(n.Key("part"), n.Key("whole"), n.Number("mostPercent", 1, 1000), n.Text("because")))],
            Tables = tables,
        };
    }

    private static int? Year(FormatNode root, string name) =>
        root.Find(name) is { Element.ValueKind: not JsonValueKind.Null } ? root.Number(name, 2008, 2099) : null;

    private static FormatCounting Counting(FormatNode root)
    {
        if (root.Find("counting") is not { } node)
        {
            root.Problem("缺少“counting”。");
            return new FormatCounting([], [], "");
        }

        var audiences = node.Texts("audiences");
        if (audiences.Contains(PartyOnly, StringComparer.Ordinal))
            node.Problem("仅限党内公开的信息不得计入公开的报告。");
        return new FormatCounting(node.Texts("regimes"), audiences, node.Text("uncountedClass"));
    }

    private const string PartyOnly = "party-only";

    private static FormatDeclared? Declared(FormatNode root, List<FormatClass> classes)
    {
        if (root.Find("declared") is not { } node)
            return null;
        var byClass = new Dictionary<string, string>(StringComparer.Ordinal);
        if (node.Find("classes") is { } figures)
        {
            foreach (var item in classes.Where(c => c.Key.Length > 0 && figures.Find(c.Key) is not null))
                byClass[item.Key] = figures.Key(item.Key);
        }

        return new FormatDeclared(node.Key("total"), byClass);
    }

    private static FormatPart Part(FormatNode node)
    {
        var name = node.Text("kind");
        if (!Kinds.TryGetValue(name, out var kind))
        {
            if (name.Length > 0)
                node.Find("kind")!.Value.Problem($"不认识的内容种类“{name}”。");
            return new FormatPart(PartKind.Note, 0, "", "");
        }

        var level = kind == PartKind.Heading ? node.Number("level", 1, 3) : 0;
        var section = kind == PartKind.Narrative ? node.Key("section") : "";
        var text = kind switch
        {
            PartKind.Narrative => node.Find("otherwise") is { } otherwise ? otherwise.AsText() : "",
            PartKind.Signature or PartKind.FigureNotes => "",
            _ => node.Text("text"),
        };
        return new FormatPart(kind, level, text, section)
        {
            Draft = [.. node.List("draft", mayBeMissing: true).Select(Sentence)],
            Must = node.Find("must") is not null ? node.Texts("must") : [],
            Table = kind == PartKind.Table ? node.Key("table") : "",
            Beside = kind == PartKind.WebCode ? node.Text("beside") : "",
            Unit = kind == PartKind.FigureChart ? node.Text("unit") : "",
            Bars = kind == PartKind.FigureChart ? [.. node.List("bars").Select(n => new FormatBar(n.Text("label"), n.Texts("figures")))] : [],
        };
    }

    /// <summary>A plain text, or an object with <c>text</c> and <c>if</c> or <c>unless</c>.</summary>
    private static FormatSentence Sentence(FormatNode node) => node.Element.ValueKind == JsonValueKind.Object
        ? new FormatSentence(node.Text("text"), node.Find("if") is not null ? node.Key("if") : null, node.Find("unless") is not null ? node.Key("unless") : null)
        : new FormatSentence(node.AsText(), null, null);

    private static void Unique(FormatNode root, string list, IEnumerable<string> names)
    {
        foreach (var twice in names.Where(n => n.Length > 0).GroupBy(n => n, StringComparer.Ordinal).Where(g => g.Count() > 1))
            root.Problem($"“{list}”中“{twice.Key}”重复。");
    }
}

/// <summary>A format, or what is wrong with its file.</summary>
public sealed record ReportFormatReading(ReportFormat? Format, IReadOnlyList<FormatProblem> Problems);
