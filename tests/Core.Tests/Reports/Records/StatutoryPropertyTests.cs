using FsCheck.Xunit;
using Lianxin.Core.Reports;
using Lianxin.Core.Reports.Checking;

namespace Lianxin.Core.Tests.Reports.Records;

/// <summary>Whatever was recorded: the tables of our own reports satisfy every identity, in a year and from year to year.</summary>
public class StatutoryPropertyTests
{
    [Property(MaxTest = 60)]
    public void I1_to_I11_any_records_give_a_report_without_a_finding(int seed, byte count)
    {
        var records = AnyRecords.From(seed, count);
        for (var year = 2021; year <= 2025; year++)
        {
            var previous = year == 2021 ? null : Statutory.Document(Statutory.Format2021, year - 1, records);
            Check(Statutory.Document(Statutory.Format2021, year, records), previous).ShouldBeEmpty();
        }
    }

    [Property(MaxTest = 40)]
    public void The_2019_form_holds_for_any_records_too(int seed, byte count)
    {
        var records = AnyRecords.From(seed, count);
        var before = Statutory.Document(Statutory.Format2019, 2019, records);
        Check(before, null).ShouldBeEmpty();
        Check(Statutory.Document(Statutory.Format2019, 2020, records), before).ShouldBeEmpty();
    }

    [Property(MaxTest = 60)]
    public void I11_every_figure_is_the_sum_of_the_records_behind_it(int seed, byte count)
    {
        var records = AnyRecords.From(seed, count);
        foreach (var format in new[] { Statutory.Format2019, Statutory.Format2021 })
        {
            var year = format.FirstYear!.Value;
            var figures = Statutory.Figures(format, year, records);
            foreach (var figure in format.Records)
            {
                var behind = records.Where(r => figures.Scope.RecordsBehind(figure.Key).ShouldNotBeNull()(r));
                behind.Sum(r => figure.Share(r, figures.Scope.From, figures.Scope.To)).ShouldBe(figures.Records[figure.Key], figure.Key);
            }
        }
    }

    [Property(MaxTest = 40)]
    public void I11_any_single_changed_cell_of_a_printed_form_is_found_in_both_forms(int seed, byte count, ushort pick)
    {
        var records = AnyRecords.From(seed, count);
        foreach (var format in new[] { Statutory.Format2019, Statutory.Format2021 })
        {
            var year = format.FirstYear!.Value;
            var figures = Statutory.Figures(format, year, records);
            var content = Statutory.Content(format, year, records);
            PrintedCells.Check(content, figures).ShouldBeEmpty();
            var paths = ComposedReport.Cells(content).Keys.Order(StringComparer.Ordinal).ToList();
            var path = paths[pick % paths.Count];
            var changed = content with { Blocks = [.. content.Blocks.Select(b => b is TableBlock table ? Changed(table, path) : b)] };
            PrintedCells.Check(changed, figures).ShouldHaveSingleItem().Where.ShouldBe(path);
        }
    }

    [Property(MaxTest = 40)]
    public void A_record_more_changes_the_figures_and_their_hash(int seed, byte count)
    {
        var records = AnyRecords.From(seed, count);
        var one = Statutory.Record(Statutory.Application("另一件", "2024-05-06", "2024-05-20", "granted"));
        var narrative = Statutory.Narrative(2024);
        DataHash.Of(Statutory.Figures(Statutory.Format2021, 2024, [.. records, one]), narrative)
            .ShouldNotBe(DataHash.Of(Statutory.Figures(Statutory.Format2021, 2024, records), narrative));
    }

    private static TableBlock Changed(TableBlock table, string path) => table with
    {
        Rows = [.. table.Rows.Select(r => new TableRow([.. r.Cells.Select(c => c.Path == path ? c with { Text = c.Text + "1" } : c)]))],
    };

    private static IReadOnlyList<ReportFinding> Check(ReportDocument document, ReportDocument? previous) =>
        ReportChecking.Check(Statutory.Forms, document, previous);
}
