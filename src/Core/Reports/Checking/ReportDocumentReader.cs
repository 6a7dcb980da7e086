using System.Text.Json;

namespace Lianxin.Core.Reports.Checking;

/// <summary>A report to check, and the one of the year before where it was given.</summary>
public sealed record ReportSubmission(ReportDocument Document, ReportDocument? Previous);

/// <summary>
/// Reads the interchange form of a report. Cells of sections 2 to 4 are read strictly: an unknown one, or text where a number belongs, is
/// refused. Elsewhere unknown fields are ignored. Every fault is named with its dotted path; the code of the refusal is
/// <c>invalid-report</c>.
/// </summary>
public static class ReportDocumentReader
{
    /// <summary>Characters of running text; the longest annual reports have some 20,000.</summary>
    public const int NarrativeCharacters = 200_000;

    private const int Names = 200;
    private const int Headings = 500;
    private const int Blanks = 1000;

    private static readonly Dictionary<string, AgencyLevel> Levels =
        Enum.GetValues<AgencyLevel>().ToDictionary(l => Core.Names.Of(l), StringComparer.Ordinal);

    public static Decision<ReportSubmission> Read(JsonElement root, StatutoryForms forms)
    {
        ArgumentNullException.ThrowIfNull(forms);
        var errors = new FieldErrors();
        var document = Document(new InputNode(root, "", errors), forms);
        var previous = new InputNode(root, "", errors).Find("previous") is { } before
            && before.Is(JsonValueKind.Object, "应为另一份同样格式的报告（对象）。")
            ? Document(before, forms)
            : null;
        return errors.Refusal is { } wrong ? wrong : new ReportSubmission(document, previous);
    }

    private static ReportDocument Document(InputNode node, StatutoryForms forms)
    {
        var form = Choice(node, "format", [.. forms.Forms.Select(f => f.Name), StatutoryForms.OldForm]);
        var level = Levels.GetValueOrDefault(Choice(node, "level", [.. Levels.Keys]));
        // Without tables nothing can be in them; the fault is noted, and the rest is read for its faults.
        var tables = node.Require("tables") ?? node with { Path = "tables" };
        if (node.Find("tables") is { } found)
            _ = found.Is(JsonValueKind.Object, "应为对象。");
        return new ReportDocument(
            form,
            level,
            Year(node),
            Text(node, "completeness"),
            Text(node, "agency"),
            ReportCellsReader.Read(tables, Texts(node, "blank_cells", Blanks), forms),
            tables.Find("old") is { } old ? StatedFiguresReader.Read(old) : StatedFigures.None,
            node.Find("narrative_figures") is { } told ? StatedFiguresReader.Read(told) : StatedFigures.None,
            Texts(node, "narrative_headings", Headings),
            Text(node, "narrative", NarrativeCharacters));
    }

    private static int Year(InputNode node)
    {
        if (node.Require("year") is not { } year)
            return 0;
        if (year.Element.ValueKind == JsonValueKind.Number && year.Element.TryGetInt32(out var number) && number is >= 2008 and <= 2099)
            return number;
        year.Wrong("年份应为2008至2099的整数。");
        return 0;
    }

    private static string Choice(InputNode node, string name, IReadOnlyList<string> choices)
    {
        if (node.Require(name) is not { } chosen)
            return "";
        if (chosen.Element.ValueKind == JsonValueKind.String && choices.Contains(chosen.Element.GetString(), StringComparer.Ordinal))
            return chosen.Element.GetString()!;
        chosen.Wrong($"应为以下之一：{string.Join('、', choices)}。");
        return "";
    }

    private static string Text(InputNode node, string name, int longest = Names)
    {
        if (node.Find(name) is not { } text || !text.Is(JsonValueKind.String, "应为文字。"))
            return "";
        var value = text.Element.GetString()!;
        if (value.Length <= longest)
            return value;
        text.Wrong($"不能超过{longest}字，现有{value.Length}字。");
        return "";
    }

    private static List<string> Texts(InputNode node, string name, int most)
    {
        if (node.Find(name) is not { } list || !list.Is(JsonValueKind.Array, "应为文字的列表。"))
            return [];
        if (list.Element.GetArrayLength() > most)
        {
            list.Wrong($"不能超过{most}项。");
            return [];
        }

        var texts = new List<string>();
        foreach (var item in list.Items())
        {
            if (!item.Is(JsonValueKind.String, "应为文字。"))
                continue;
            if (item.Element.GetString()!.Length > Names)
                item.Wrong($"不能超过{Names}字。");
            texts.Add(item.Element.GetString()!);
        }

        return texts;
    }
}
