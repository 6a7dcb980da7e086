using FsCheck.Xunit;
using Lianxin.Core.Items;
using Lianxin.Core.Reports;

namespace Lianxin.Core.Tests.Reports;

public class ReportFiguresTests
{
    [Fact]
    public void The_sample_gives_549_items_in_four_classes_over_twelve_months()
    {
        var figures = SampleYear.Computed();
        figures.Total.ShouldBe(549);
        figures.Classes.Select(c => c.Count).ShouldBe([2, 2, 467, 78]);
        figures.Months.Sum().ShouldBe(549);
        figures.Months[11].ShouldBe(0);
        figures.Number("items-activity")!.Value.ShouldBe(467);
        figures.ByOffice.Values.Sum().ShouldBe(549);
        (figures.OnTime + figures.Late).ShouldBe(549);
        figures.Number("entries-covered")!.Value.ShouldBe(SampleYear.Rows.Select(r => r.Entry).Distinct().Count());
    }

    [Fact]
    public async Task Reading_the_rows_as_they_come_gives_the_same_numbers()
    {
        var once = await ReportFigures.FromAsync(
            SampleYear.Format, 2014, SampleYear.Rows.ToAsyncEnumerable(), SampleYear.Figures.ToAsyncEnumerable(), SampleYear.Narrative,
            TestContext.Current.CancellationToken);
        once.Numbers.ShouldBe(SampleYear.Computed().Numbers);
    }

    [Fact]
    public void Every_counted_number_of_the_sample_leads_to_its_rows()
    {
        var figures = SampleYear.Computed();
        foreach (var number in figures.Numbers.Where(n => FigureKeys.IsComputed(n.Key) && !FigureKeys.IsOfFeedback(n.Key) && n.Unit == "条"))
            SampleYear.Rows.Count(r => figures.RowsBehind(number.Key)!(r)).ShouldBe((int)number.Value, number.Key);
    }

    [Theory]
    [InlineData("births")]
    [InlineData("items-month-13")]
    [InlineData("items-nothing")]
    [InlineData("items-activity-00")]
    [InlineData("")]
    public void A_key_that_is_not_counted_has_no_rows(string key) => SampleYear.Computed().RowsBehind(key).ShouldBeNull();

    [Fact]
    public void S11_a_party_only_row_is_in_no_figure()
    {
        var row = SampleYear.Rows[0] with { Audience = "party-only" };
        ReportFigures.From(SampleYear.Format, 2014, [row], [], null).Total.ShouldBe(0);
    }

    [Fact]
    public void Rows_outside_the_period_and_uncounted_classes_are_left_out()
    {
        var row = SampleYear.Rows[0];
        PublicationRow[] rows =
        [
            row with { PublishedOn = new DateOnly(2013, 12, 31) },
            row with { PublishedOn = new DateOnly(2014, 11, 20) },
            row with { StatisticClass = "不计入" },
            row with { Regime = "party" },
            row,
        ];
        ReportFigures.From(SampleYear.Format, 2014, rows, [], SampleYear.Narrative).Total.ShouldBe(1);
        ReportFigures.From(SampleYear.Format, 2014, rows, [], SampleYear.Corrected).Total.ShouldBe(2);
    }

    [Property(MaxTest = 60)]
    public void S17_whatever_is_published_the_class_table_sums_and_every_number_leads_to_its_rows(byte[] seeds)
    {
        var rows = seeds.Select(AnyRow).ToList();
        var figures = ReportFigures.From(SampleYear.Format, 2014, rows, [], SampleYear.Corrected);
        figures.Classes.Sum(c => c.Count).ShouldBe(figures.Total);
        figures.Classes.Sum(c => c.Months.Sum()).ShouldBe(figures.Total);
        var table = ReportComposer.Compose(SampleYear.Format, figures, SampleYear.Corrected, [], "立岗镇", 2014).Blocks.OfType<TableBlock>().First();
        var counts = table.Rows.Skip(table.HeadRows).Select(r => int.Parse(r.Cells[1].Text, System.Globalization.CultureInfo.InvariantCulture)).ToList();
        counts[..^1].Sum().ShouldBe(counts[^1]);
        counts[^1].ShouldBe(rows.Count(figures.Scope.Counts));
        foreach (var number in figures.Numbers.Where(n => FigureKeys.IsComputed(n.Key) && !FigureKeys.IsOfFeedback(n.Key) && n.Unit == "条"))
            rows.Count(r => figures.RowsBehind(number.Key)!(r)).ShouldBe((int)number.Value, number.Key);
    }

    private static PublicationRow AnyRow(byte seed, int at)
    {
        string[] classes = ["概况类", "政策法规类", "工作动态类", "财政类", "不计入"];
        string[] audiences = ["public", "village", "party-first", "party-only"];
        var published = new DateOnly(2013, 12, 20).AddDays(seed * 2);
        return SampleYear.Rows[at % SampleYear.Rows.Count] with
        {
            StatisticClass = classes[seed % classes.Length],
            Audience = audiences[seed / 5 % audiences.Length],
            PublishedOn = published,
            DueOn = (seed % 3) switch { 0 => null, 1 => published, _ => published.AddDays(-1) },
        };
    }

    [Fact]
    public void S44_items_in_which_personal_data_was_let_stand_are_counted_told_in_the_draft_and_traced_to_their_rows()
    {
        var format = ReportFormatReader.Read(ShippedData.Text("formats/statutory-2021.json")).Format.ShouldNotBeNull();
        var rows = SampleYear.Rows.Select((r, i) => i < 2 ? r with { PrivacyException = "《政府信息公开条例》第十五条：本人书面同意公开" } : r).ToList();

        var figures = ReportFigures.From(format, 2014, rows, [], null);

        figures.Number("privacy-overrides").ShouldNotBeNull().Value.ShouldBe(2);
        rows.Where(r => figures.RowsBehind("privacy-overrides")!(r)).Select(r => r.Id).ShouldBe(rows.Take(2).Select(r => r.Id));
        ReportDrafting.Of(figures, null, "示例镇")["other"].ShouldContain("信息2条");
        ReportDrafting.Of(ReportFigures.From(format, 2014, SampleYear.Rows, [], null), null, "示例镇").GetValueOrDefault("other", "").ShouldNotContain("例外");
    }
}
