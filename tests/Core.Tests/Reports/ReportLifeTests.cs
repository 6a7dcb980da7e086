using Lianxin.Core.Reports;

namespace Lianxin.Core.Tests.Reports;

public class ReportLifeTests
{
    private static readonly DateTimeOffset At = new(2015, 1, 5, 10, 0, 0, TimeSpan.FromHours(8));
    private static readonly Dictionary<string, string> NoReasons = [];

    [Fact]
    public void The_sample_goes_from_text_to_edition_one_with_its_reasons()
    {
        var report = Approve(Drafted(), SampleYear.Reasons).Value.ShouldNotBeNull();
        var edition = report.Editions.ShouldHaveSingleItem();
        edition.Number.ShouldBe(1);
        edition.ApprovedBy.ShouldBe("chair-1");
        edition.Reasons.Keys.ShouldBe(SampleYear.Reasons.Keys, ignoreOrder: true);
        report.Revision.ShouldBe(3);
    }

    [Fact]
    public void A_warning_without_a_reason_refuses_and_names_every_one()
    {
        var reasons = new Dictionary<string, string>(SampleYear.Reasons) { ["D2"] = " " };
        reasons.Remove("D4");
        var refusal = Approve(Drafted(), reasons).Refusal.ShouldNotBeNull();
        refusal.Code.ShouldBe("warning-needs-reason");
        refusal.Errors.Keys.ShouldBe(["reasons.D2", "reasons.D4"], ignoreOrder: true);
    }

    [Fact]
    public void An_error_refuses_whatever_the_reasons()
    {
        var finding = new ReportFinding("class-sum", FindingSeverity.Error, "表", "549条", "547条", "各类之和不符。");
        var report = Drafted(Draft("hash", "a") with { Findings = [finding] });
        Code(Approve(report, new Dictionary<string, string> { ["class-sum"] = "理由" })).ShouldBe("report-has-errors");
    }

    [Fact]
    public void A_draft_that_is_older_than_its_data_is_refused()
    {
        var report = Drafted();
        Code(ReportLife.Approve(report, "chair-1", At, SampleYear.Later, "other", SampleYear.Reasons)).ShouldBe("draft-outdated");
    }

    [Fact]
    public void D2_a_report_is_not_final_before_its_year_is_over()
    {
        Code(ReportLife.Approve(Drafted(), "chair-1", At, new DateOnly(2014, 12, 31), "hash", SampleYear.Reasons)).ShouldBe("year-not-over");
        ReportLife.Approve(Drafted(), "chair-1", At, new DateOnly(2015, 1, 1), "hash", SampleYear.Reasons).Accepted.ShouldBeTrue();
    }

    [Fact]
    public void Without_text_there_is_no_draft_and_without_a_draft_no_edition()
    {
        var empty = ReportLife.Empty("lg", 2014);
        Code(ReportLife.SetDraft(empty, Draft("hash", "a"))).ShouldBe("narrative-missing");
        Code(Approve(empty, NoReasons)).ShouldBe("draft-missing");
    }

    [Fact]
    public void The_same_draft_is_published_once_and_a_correction_is_the_next_edition()
    {
        var first = Approve(Drafted(), SampleYear.Reasons).Value.ShouldNotBeNull();
        Code(Approve(first, SampleYear.Reasons)).ShouldBe("draft-already-published");
        var corrected = ReportLife.SetDraft(first, Draft("hash", "b")).Value.ShouldNotBeNull();
        var second = Approve(corrected, SampleYear.Reasons).Value.ShouldNotBeNull();
        second.Editions.Select(e => (e.Number, e.Draft.Sha256)).ShouldBe([(1, "a"), (2, "b")]);
        second.Editions[0].ShouldBeSameAs(first.Editions[0]);
    }

    [Theory]
    [InlineData("2013-12-01", null, null, null, "periodFrom")]
    [InlineData("2014-03-01", "2014-02-01", null, null, "periodTo")]
    [InlineData("2014-01-01", "2015-01-05", null, null, "periodTo")]
    [InlineData("2014-01-01", null, "2014-11-19", "2014-11-18", "publishedOn")]
    [InlineData("2014-01-01", null, "2013-11-19", null, "signedOn")]
    public void S41_dates_that_cannot_be_are_refused(string from, string? to, string? signedOn, string? published, string field)
    {
        var narrative = new ReportNarrative(NoReasons, Day(signedOn), Day(published), Day(from)!.Value, Day(to));
        ReportLife.PutNarrative(ReportLife.Empty("lg", 2014), narrative).Refusal.ShouldNotBeNull().Errors.Keys.ShouldBe([field]);
    }

    [Fact]
    public void The_data_hash_follows_figures_and_text_and_nothing_else()
    {
        var hash = DataHash.Of(SampleYear.Computed(), SampleYear.Narrative);
        DataHash.Of(ReportFigures.From(SampleYear.Format, 2014, SampleYear.Rows.Reverse(), SampleYear.Figures.Reverse(), SampleYear.Narrative), SampleYear.Narrative)
            .ShouldBe(hash);
        string[] others =
        [
            DataHash.Of(ReportFigures.From(SampleYear.Format, 2014, SampleYear.Rows.Skip(1), SampleYear.Figures, SampleYear.Narrative), SampleYear.Narrative),
            DataHash.Of(SampleYear.Computed(figures: SampleYear.Figures.Select(f => f with { Definition = f.Definition + "。" })), SampleYear.Narrative),
            DataHash.Of(SampleYear.Computed(), ReportChecksTests.With("funds", "另一段文字。")),
            DataHash.Of(SampleYear.Computed(), SampleYear.Narrative with { PublishedOn = null }),
        ];
        others.ShouldNotContain(hash);
        others.Distinct().Count().ShouldBe(4);
    }

    private static AnnualReport Drafted(ReportDraft? draft = null) =>
        ReportLife.SetDraft(
            ReportLife.PutNarrative(ReportLife.Empty("lg", 2014), SampleYear.Narrative).Value.ShouldNotBeNull(), draft ?? Draft("hash", "a"))
            .Value.ShouldNotBeNull();

    private static ReportDraft Draft(string dataHash, string sha) =>
        new("ligang-2014", At, "reviewer-1", dataHash, sha, 1, [], ReportChecks.Run(SampleYear.Computed(), SampleYear.Narrative, SampleYear.Later));

    private static Decision<AnnualReport> Approve(AnnualReport report, IReadOnlyDictionary<string, string> reasons) =>
        ReportLife.Approve(report, "chair-1", At, SampleYear.Later, "hash", reasons);

    private static string Code(Decision<AnnualReport> decision) => decision.Refusal.ShouldNotBeNull().Code;

    private static DateOnly? Day(string? text) =>
        text is null ? null : DateOnly.ParseExact(text, "yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture);
}
