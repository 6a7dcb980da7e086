using System.Globalization;
using System.Text.Json.Nodes;
using FsCheck.Xunit;

namespace Lianxin.Core.Tests.Reports.Checking;

/// <summary>Whatever the numbers are: what agrees is left in peace, and no single cell can be changed unnoticed.</summary>
public class ReportPropertyTests
{
    private static readonly string[] Sections = ["section3", "section4"];

    [Property(MaxTest = 100)]
    public void A_report_in_which_everything_agrees_has_no_finding(int seed) => CaseFiles.Check(AnyReport.From(seed)).ShouldBeEmpty();

    [Property(MaxTest = 100)]
    public void Any_single_changed_cell_of_section_3_or_4_is_found(int seed, ushort pick, short by)
    {
        var report = AnyReport.From(seed);
        var cells = Sections.SelectMany(s => Cells(AnyReport.At(report, s).AsObject(), s)).ToList();
        var path = cells[pick % cells.Count];
        var was = (int)AnyReport.At(report, path);
        var now = Math.Abs(was + by);
        now = now == was ? was + 1 : now;
        CaseFiles.Check(report.With(path, now)).ShouldNotBeEmpty(path + " " + now.ToString(CultureInfo.InvariantCulture));
    }

    [Property(MaxTest = 100)]
    public void A_cell_published_empty_is_found_unless_it_would_have_been_zero(int seed, ushort pick)
    {
        var report = AnyReport.From(seed);
        var cells = Sections.SelectMany(s => Cells(AnyReport.At(report, s).AsObject(), s)).ToList();
        var path = cells[pick % cells.Count];
        var isZero = (int)AnyReport.At(report, path) == 0;
        var found = CaseFiles.RulesOf(report.Blank(path));
        if (isZero)
            found.ShouldBeEmpty(path);
        else if (path.EndsWith(".total", StringComparison.Ordinal) || path.StartsWith("section3.total.", StringComparison.Ordinal))
            found.ShouldBe(["row-total-missing"], path);
        else
            found.ShouldNotBeEmpty(path);
    }

    [Property(MaxTest = 100)]
    public void A_cell_that_is_not_known_is_no_fault(int seed, ushort pick)
    {
        var report = AnyReport.From(seed);
        var cells = Sections.SelectMany(s => Cells(AnyReport.At(report, s).AsObject(), s)).ToList();
        CaseFiles.Check(report.With(cells[pick % cells.Count], null)).ShouldBeEmpty();
    }

    [Property(MaxTest = 50)]
    public void What_is_carried_on_must_come_back_in_every_column(int seed, byte pick)
    {
        var report = AnyReport.From(seed);
        var before = new JsonObject
        {
            ["format"] = "2021",
            ["level"] = "township",
            ["year"] = (int)report["year"]! - 1,
            ["tables"] = new JsonObject { ["section3"] = new JsonObject { ["carried_forward"] = AnyReport.At(report, "section3.carried_over").DeepClone() } },
        };
        CaseFiles.Check(report, before).ShouldBeEmpty();
        var column = AnyReport.At(report, "section3.carried_over").AsObject().ElementAt(pick % 7).Key;
        before.With($"section3.carried_forward.{column}", (int)AnyReport.At(before, $"section3.carried_forward.{column}") + 1);
        CaseFiles.Check(report, before).ShouldHaveSingleItem().Where.ShouldBe($"section3.carried_over.{column}");
    }

    private static List<string> Cells(JsonObject node, string path) =>
        [.. node.SelectMany(n => n.Value is JsonObject inner ? Cells(inner, $"{path}.{n.Key}") : [$"{path}.{n.Key}"])];
}
