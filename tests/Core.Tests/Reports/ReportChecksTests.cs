using Lianxin.Core.Reports;

namespace Lianxin.Core.Tests.Reports;

public class ReportChecksTests
{
    private static readonly IReadOnlyList<ReportFinding> Sample = ReportChecks.Run(SampleYear.Computed(), SampleYear.Narrative, SampleYear.Later);

    [Fact]
    public void The_sample_has_no_error_and_exactly_the_warnings_that_are_answered()
    {
        Sample.Where(f => f.Severity == FindingSeverity.Error).ShouldBeEmpty();
        Sample.Where(f => f.Severity == FindingSeverity.Warning).Select(f => f.Rule).Distinct().ShouldBe(SampleYear.Reasons.Keys, ignoreOrder: true);
    }

    [Fact]
    public void D1_S17_a_declared_total_that_differs_is_reported_against_the_register_and_against_its_own_classes()
    {
        var messages = Sample.Where(f => f.Rule == "D1").Select(f => f.Message).ToList();
        messages.Count.ShouldBe(2);
        messages.ShouldAllBe(m => m.Contains("547条") && m.Contains("549条"));
        messages.ShouldContain(m => m.Contains("2＋2＋467＋78"));
    }

    [Fact]
    public void D1_a_declared_class_that_differs_is_reported()
    {
        var figures = SampleYear.Figures.Select(f => f.Key == "declared-class-finance" ? f with { Value = 76 } : f);
        var findings = ReportChecks.Run(SampleYear.Computed(figures: figures), SampleYear.Narrative, SampleYear.Later);
        findings.ShouldContain(f => f.Rule == "D1" && f.Expected == "78条" && f.Found == "76条");
        findings.ShouldNotContain(f => f.Message.Contains('＋', StringComparison.Ordinal));
    }

    [Fact]
    public void D1_says_nothing_about_a_sum_of_which_a_part_is_unknown()
    {
        var figures = SampleYear.Figures.Where(f => f.Key != "declared-class-policy");
        ReportChecks.Run(SampleYear.Computed(figures: figures), SampleYear.Narrative, SampleYear.Later).Count(f => f.Rule == "D1").ShouldBe(1);
    }

    [Fact]
    public void D2_a_period_that_is_not_over_at_the_signing_date_is_reported_with_both_dates()
    {
        var finding = Sample.Where(f => f.Rule == "D2").ShouldHaveSingleItem();
        finding.Message.ShouldContain("2014年11月19日");
        finding.Message.ShouldContain("2014年12月31日");
        finding.Message.ShouldContain("尚缺42天（11月20日至12月31日）");
    }

    [Fact]
    public void D2_S41_a_period_that_ends_after_the_signing_date_is_reported()
    {
        var findings = Run(SampleYear.Narrative with { PeriodTo = new DateOnly(2014, 12, 31) });
        findings.ShouldContain(f => f.Rule == "D2" && f.Message.Contains("晚于成文日期"));
        findings.ShouldNotContain(f => f.Rule == "D4");
    }

    [Fact]
    public void D4_a_missing_cut_off_is_reported_and_the_day_that_stands_in_is_named()
    {
        Sample.Where(f => f.Rule == "D4").ShouldHaveSingleItem().Message.ShouldContain("没有截止日期");
        Sample.Single(f => f.Rule == "D4").Message.ShouldContain("2014年11月19日");
    }

    [Fact]
    public void D5_a_stock_among_flows_is_named() =>
        Sample.Where(f => f.Rule == "D5").ShouldHaveSingleItem().Message.ShouldContain("累计数（特别扶助）");

    [Fact]
    public void D6_units_that_stand_side_by_side_are_named() => Sample.Where(f => f.Rule == "D6").ShouldHaveSingleItem().Found.ShouldBe("人、户");

    [Fact]
    public void D8_opinions_without_an_outcome_are_reported_until_a_handled_figure_is_there()
    {
        Sample.Where(f => f.Rule == "D8").ShouldHaveSingleItem().Message.ShouldContain("282条");
        var handled = SampleYear.Figures[0] with { Key = "opinions-handled", Label = "办理群众意见", Value = 260, Unit = "条" };
        ReportChecks.Run(SampleYear.Computed(figures: [.. SampleYear.Figures, handled]), SampleYear.Narrative, SampleYear.Later)
            .ShouldNotContain(f => f.Rule == "D8");
    }

    [Fact]
    public void A_corrected_sample_yields_none_of_them()
    {
        var figures = SampleYear.Figures
            .Where(f => f.Key is not ("special-assistance" or "few-births-faster-prosperity" or "one-child-certificates" or "opinions-collected"))
            .Select(f => f.Key == "declared-total" ? f with { Value = 549 } : f);
        var narrative = SampleYear.Corrected with
        {
            Sections = SampleYear.Narrative.Sections.ToDictionary(s => s.Key, s => s.Value.Replace("{opinions-collected}", "若干", StringComparison.Ordinal)),
        };
        ReportChecks.Run(SampleYear.Computed(narrative, figures), narrative, SampleYear.Later).ShouldBeEmpty();
    }

    [Fact]
    public void A_year_that_is_not_over_is_an_error_until_its_last_day_has_passed()
    {
        ReportChecks.Run(SampleYear.Computed(), SampleYear.Narrative, new DateOnly(2014, 12, 31)).ShouldContain(f => f.Rule == "year-not-over");
        ReportChecks.Run(SampleYear.Computed(), SampleYear.Narrative, new DateOnly(2015, 1, 1)).ShouldNotContain(f => f.Rule == "year-not-over");
    }

    [Fact]
    public void S17_a_class_that_the_format_does_not_know_breaks_the_sum()
    {
        var rows = SampleYear.Rows.Append(SampleYear.Rows[0] with { StatisticClass = "其他类" });
        var figures = ReportFigures.From(SampleYear.Format, 2014, rows, SampleYear.Figures, SampleYear.Narrative);
        var finding = ReportChecks.Run(figures, SampleYear.Narrative, SampleYear.Later).Where(f => f.Rule == "class-sum").ShouldHaveSingleItem();
        finding.Severity.ShouldBe(FindingSeverity.Error);
        finding.Message.ShouldContain("549条");
        finding.Message.ShouldContain("550条");
        finding.Message.ShouldContain("“其他类”1条");
    }

    [Fact]
    public void S41_a_report_without_a_signing_date_has_an_error() =>
        Run(SampleYear.Narrative with { SignedOn = null }).ShouldContain(f => f.Rule == "signing-date-missing");

    [Fact]
    public void S45_a_section_without_text_is_an_error_that_names_its_heading()
    {
        var finding = Run(With("problems", "  ")).Where(f => f.Rule == "section-missing").ShouldHaveSingleItem();
        finding.Where.ShouldBe("三、存在的主要问题和改进措施");
        ReportChecks.Run(SampleYear.Computed(), null, SampleYear.Later).Count(f => f.Rule == "section-missing").ShouldBe(15);
    }

    [Fact]
    public void A_placeholder_that_names_no_number_is_an_error() =>
        Run(With("funds", "共{items-nothing}条。")).ShouldContain(f => f.Rule == "unknown-placeholder" && f.Found == "{items-nothing}");

    [Fact]
    public void A_missing_period_start_in_january_is_reported() =>
        Run(SampleYear.Corrected with { PeriodFrom = new DateOnly(2014, 2, 1) }).ShouldContain(f => f.Rule == "D2" && f.Found == "2014年2月1日");

    internal static ReportNarrative With(string section, string text) =>
        SampleYear.Narrative with { Sections = new Dictionary<string, string>(SampleYear.Narrative.Sections) { [section] = text } };

    internal static IReadOnlyList<ReportFinding> Run(ReportNarrative narrative) =>
        ReportChecks.Run(SampleYear.Computed(narrative), narrative, SampleYear.Later);
}
