using Lianxin.Core.Reports;
using Lianxin.Core.Reports.Checking;
using Lianxin.Core.Reports.Records;
using Lianxin.Core.Tests.Reports.Records;

namespace Lianxin.Core.Tests.Reports;

/// <summary>Rules that only our own reports are asked: notes of the founding document, and identities between records and tables.</summary>
public class OwnReportRulesTests
{
    private static readonly DatedRecord[] Two =
    [
        Statutory.Record(Statutory.Application("1", "2025-03-02", "2025-03-20", "granted")),
        Statutory.Record(Statutory.Application("2", "2024-12-20", "2025-01-08", "partly_granted")),
    ];

    [Fact]
    public void D3_a_report_published_32_working_days_after_it_was_signed_is_told_of_and_not_judged()
    {
        var findings = ReportChecks.Run(SampleYear.Computed(), SampleYear.Narrative, SampleYear.Later, ShippedData.Calendar);
        var finding = findings.Where(f => f.Rule == "D3").ShouldHaveSingleItem();
        (finding.Severity, finding.Where, finding.Found).ShouldBe((FindingSeverity.Note, "公布日期", "32个工作日"));
        finding.Expected.ShouldContain("2014年12月17日");
        finding.Message.ShouldContain("相隔47天、32个工作日");
    }

    [Fact]
    public void D3_says_nothing_within_twenty_working_days_nor_where_a_date_is_missing()
    {
        foreach (var narrative in new[] { SampleYear.Narrative with { PublishedOn = new DateOnly(2014, 12, 17) }, SampleYear.Narrative with { PublishedOn = null } })
            ReportChecks.Run(SampleYear.Computed(), narrative, SampleYear.Later, ShippedData.Calendar).ShouldNotContain(f => f.Rule == "D3");
    }

    [Fact]
    public void D7_ninety_certificates_beside_105_births_are_asked_about()
    {
        var finding = ReportChecks.Run(SampleYear.Computed(), SampleYear.Narrative, SampleYear.Later).Where(f => f.Rule == "D7").ShouldHaveSingleItem();
        (finding.Severity, finding.Where, finding.Expected, finding.Found).ShouldBe((FindingSeverity.Note, "独生子女办证", "不超过出生人口的50%", "85.7%"));
        var fewer = SampleYear.Figures.Select(f => f.Key == "one-child-certificates" ? f with { Value = 52 } : f);
        ReportChecks.Run(SampleYear.Computed(figures: fewer), SampleYear.Narrative, SampleYear.Later).ShouldNotContain(f => f.Rule == "D7");
    }

    [Theory]
    [InlineData("具体情况见附件。", "见附件")]
    [InlineData("附件下载", "附件下载")]
    [InlineData("门户网站的附件都能打开。", null)]
    public void D14_a_text_that_sends_to_an_attachment_which_there_is_not_is_reported(string text, string? words)
    {
        var narrative = Statutory.Narrative(2025) with { Sections = new Dictionary<string, string> { ["problems"] = text } };
        var found = ReportChecks.Run(Statutory.Figures(Statutory.Format2021, 2025, []), narrative, new DateOnly(2026, 1, 10)).Where(f => f.Rule == "D14").ToList();
        found.Select(f => f.Found).ShouldBe(words is null ? [] : [$"“{words}”"]);
        found.ShouldAllBe(f => f.Severity == FindingSeverity.Warning && f.Where == "problems");
    }

    [Fact]
    public void A_note_needs_no_reason_and_does_not_stop_approval()
    {
        var figures = SampleYear.Computed();
        var note = ReportChecks.Run(figures, SampleYear.Narrative, SampleYear.Later).First(f => f.Rule == "D7");
        var hash = DataHash.Of(figures, SampleYear.Narrative);
        var draft = new ReportDraft("ligang-2014", default, "r", hash, "sha", 1, [], [note]);
        var report = ReportLife.Empty("lg", 2014) with { Narrative = SampleYear.Narrative, Draft = draft };
        ReportLife.Approve(report, "chair", default, SampleYear.Later, hash, new Dictionary<string, string>()).Accepted.ShouldBeTrue();
    }

    [Fact]
    public void I6_a_cell_that_is_negative_or_no_whole_number_is_an_error()
    {
        var negative = Two[0] with { Kind = "charge", Amount = -5m };
        Own(Statutory.Figures(Statutory.Format2021, 2025, [negative])).ShouldContain(f => f.Rule == "I6" && f.Severity == FindingSeverity.Error && f.Where == "section2.fees.amount_10k_yuan");
        Own(Statutory.Figures(Statutory.Format2021, 2025, Two)).ShouldBeEmpty();
    }

    [Fact]
    public void I7_an_application_in_several_outcome_rows_or_in_none_is_an_error()
    {
        var twice = With(f => f.Cell == "section3.partly_granted.total", f => f with { Outcomes = [.. f.Outcomes, "granted"] });
        Own(Statutory.Figures(twice, 2025, Two)).ShouldContain(f => f.Rule == "I7" && f.Where == "1" && f.Found == "计入2种");
        Own(Statutory.Figures(Statutory.Format2021, 2025, [Two[0] with { Outcome = null }])).ShouldContain(f => f.Rule == "I7" && f.Where == "1" && f.Found == "计入0种");
    }

    [Fact]
    public void I10_cases_that_were_pending_must_come_back_a_year_later()
    {
        DatedRecord Review(string? ended) => Statutory.Record(new RecordInput(
            "review", "复1", null, Statutory.Day("2024-11-01"), ended is null ? null : Statutory.Day(ended), null, null, ended is null ? null : "upheld", null, null));
        var before = Statutory.Document(Statutory.Format2021, 2024, [Review(null)]);
        PendingCases.Check(Statutory.Forms, Statutory.Document(Statutory.Format2021, 2025, [Review("2025-02-01")]), before).ShouldBeEmpty();
        var finding = PendingCases.Check(Statutory.Forms, Statutory.Document(Statutory.Format2021, 2025, []), before).ShouldHaveSingleItem();
        (finding.Rule, finding.Severity, finding.Where, finding.Expected, finding.Found).ShouldBe(("I10", FindingSeverity.Warning, "section4.review.total", "不少于1", "0"));
        PendingCases.Check(Statutory.Forms, Statutory.Document(Statutory.Format2021, 2026, []), before).ShouldBeEmpty("not the year before");
    }

    [Theory]
    [InlineData("section3.new_received.total", RecordMoment.Ended)]
    [InlineData("section3.carried_over.total", RecordMoment.Began)]
    [InlineData("section3.carried_forward.total", RecordMoment.Handled)]
    [InlineData("section3.total.total", RecordMoment.Began)]
    public void I11_a_total_that_is_not_what_the_records_give_one_by_one_is_an_error(string cell, RecordMoment wrong)
    {
        var format = With(f => f.Cell == cell, f => f with { Moment = wrong });
        DatedRecord[] records = [.. Two, Statutory.Record(Statutory.Application("3", "2023-12-30", "2025-01-05", "granted"))];
        var finding = Own(Statutory.Figures(format, 2025, records)).Where(f => f.Rule == "I11").ShouldHaveSingleItem();
        (finding.Severity, finding.Where).ShouldBe((FindingSeverity.Error, cell));
        finding.Expected.ShouldNotBe(finding.Found);
    }

    private static IEnumerable<ReportFinding> Own(ReportFigures figures) =>
        ReportChecks.Run(figures, Statutory.Narrative(2025), new DateOnly(2026, 1, 10)).Where(f => f.Rule.StartsWith('I'));

    private static ReportFormat With(Func<RecordFigure, bool> which, Func<RecordFigure, RecordFigure> change) =>
        Statutory.Format2021 with { Records = [.. Statutory.Format2021.Records.Select(f => which(f) ? change(f) : f)] };
}
