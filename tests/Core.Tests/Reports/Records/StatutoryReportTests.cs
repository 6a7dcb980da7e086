using Lianxin.Core.Reports;
using Lianxin.Core.Reports.Checking;
using Lianxin.Core.Reports.Records;

namespace Lianxin.Core.Tests.Reports.Records;

public class StatutoryReportTests
{
    private static readonly IReadOnlyList<DatedRecord> Records =
    [
        Statutory.Record(Statutory.Application("2024-009", "2024-12-20", "2025-01-08", "partly_granted", "business")),
        Statutory.Record(Statutory.Application("2025-001", "2025-03-02", "2025-03-20", "granted")),
        Statutory.Record(Statutory.Application("2025-002", "2025-12-28", "2026-01-12", "refused.process_information")),
        Statutory.Record(new RecordInput("charge", "1", null, new DateOnly(2025, 5, 6), null, null, null, null, null, 1234.56m)),
        Statutory.Record(new RecordInput("review", "1", null, new DateOnly(2024, 11, 1), new DateOnly(2025, 2, 1), null, null, "upheld", null, null)),
        Statutory.Record(new RecordInput("review", "2", null, new DateOnly(2025, 11, 1), null, null, null, null, null, null)),
        Statutory.Record(new RecordInput("normative-document", "1", null, new DateOnly(2020, 1, 1), new DateOnly(2025, 7, 1), null, null, null, null, null)),
        Statutory.Record(new RecordInput("normative-document", "2", null, new DateOnly(2025, 1, 1), null, null, null, null, null, null)),
        Statutory.Record(new RecordInput("license", "1", null, new DateOnly(2025, 1, 1), null, null, null, null, null, null, Void: true)),
    ];

    [Theory]
    [InlineData("section2.normative_documents.made", 1)]
    [InlineData("section2.normative_documents.repealed", 1)]
    [InlineData("section2.normative_documents.in_force", 1)]
    [InlineData("section2.licensing.decisions", 0)]
    [InlineData("section2.fees.amount_10k_yuan", 0.123456)]
    [InlineData("section3.new_received.natural_person", 2)]
    [InlineData("section3.carried_over.business", 1)]
    [InlineData("section3.partly_granted.total", 1)]
    [InlineData("section3.refused.process_information.total", 0)]
    [InlineData("section3.total.total", 2)]
    [InlineData("section3.carried_forward.natural_person", 1)]
    [InlineData("section4.review.upheld", 1)]
    [InlineData("section4.review.pending", 1)]
    [InlineData("section4.review.total", 2)]
    public void A_cell_of_2025_counts_its_records(string cell, decimal expected) =>
        ComposedReport.Cells(Statutory.Content(Statutory.Format2021, 2025, Records))[cell].ShouldBe(expected);

    [Fact]
    public void The_form_has_every_cell_once_and_its_six_chapters()
    {
        var content = Statutory.Content(Statutory.Format2021, 2025, Records);
        ComposedReport.Cells(content).Keys.Count(c => c.StartsWith("section3", StringComparison.Ordinal)).ShouldBe(25 * 7);
        ComposedReport.Cells(content).Keys.Count(c => c.StartsWith("section2", StringComparison.Ordinal)).ShouldBe(10);
        ComposedReport.Cells(content).Keys.Count(c => c.StartsWith("section4", StringComparison.Ordinal)).ShouldBe(15);
        ComposedReport.Headings(content).Count.ShouldBe(6);
        ComposedReport.Cells(Statutory.Content(Statutory.Format2019, 2019, Records)).Keys.Count(c => c.StartsWith("section3", StringComparison.Ordinal)).ShouldBe(23 * 7);
    }

    [Fact]
    public void I4_what_the_published_edition_carried_on_must_come_back()
    {
        var figures = Statutory.Figures(Statutory.Format2021, 2024, Records);
        var draft = new ReportDraft("statutory-2021", default, "", "", "", 0, figures.Numbers, []);
        var edition = new ReportEdition(1, draft, default, "", new Dictionary<string, string>());
        var before = ComposedReport.Document(edition, Statutory.Format2021, 2024);
        ReportChecking.Check(Statutory.Forms, Statutory.Document(Statutory.Format2021, 2025, Records), before).ShouldBeEmpty();
        var changed = Records.Skip(1).ToList();
        ReportChecking.Check(Statutory.Forms, Statutory.Document(Statutory.Format2021, 2025, changed), before)
            .ShouldContain(f => f.Rule == "carry-chain" && f.Severity == FindingSeverity.Error && f.Where == "section3.carried_over.business");
    }

    [Fact]
    public void I9_nothing_typed_gives_drafted_sentences_that_agree_and_need_a_reason()
    {
        var figures = Statutory.Figures(Statutory.Format2021, 2025, Records);
        var drafted = ReportDrafting.Of(figures, Statutory.Narrative(2025), "示例镇人民政府");
        drafted["on-application"].ShouldStartWith("本年新收政府信息公开申请2件。上年结转政府信息公开申请1件。政府信息公开申请办结2件，其中予以公开1件、部分公开1件、");
        drafted["proactive"].ShouldBe("2025年没有主动公开的政府信息。");
        drafted.Keys.ShouldNotContain("problems");
        var findings = ReportChecks.Run(figures, Statutory.Narrative(2025), new DateOnly(2026, 1, 10));
        findings.Where(f => f.Rule == ReportRules.SectionDrafted).Count().ShouldBe(3);
        findings.Where(f => f.Rule == ReportRules.SectionMissing).Select(f => f.Where).ShouldContain("五、存在的主要问题及改进情况");
    }

    [Fact]
    public void I9_a_typed_number_that_differs_from_the_table_is_an_error()
    {
        var narrative = Statutory.Narrative(2025) with { Sections = new Dictionary<string, string> { ["on-application"] = "本年新收政府信息公开申请5件。" } };
        var content = ReportComposer.Compose(Statutory.Format2021, Statutory.Figures(Statutory.Format2021, 2025, Records), narrative, [], "示例镇", 2025);
        ReportChecking.Check(Statutory.Forms, ComposedReport.Document(content, "2021", 2025), null)
            .ShouldContain(f => f.Rule == "text-received" && f.Severity == FindingSeverity.Error);
    }

    [Fact]
    public void Supervision_must_tell_appraisal_public_review_and_accountability()
    {
        var narrative = Statutory.Narrative(2025) with { Sections = new Dictionary<string, string> { ["supervision"] = "开展社会评议，未发生责任追究。" } };
        ReportChecks.Run(ReportFigures.From(Statutory.Format2021, 2025, [], [], narrative), narrative, new DateOnly(2026, 1, 10))
            .Where(f => f.Rule == ReportRules.AspectMissing).Select(f => f.Expected).ShouldBe(["工作考核"]);
    }

    [Theory]
    [InlineData("\"across\":3", "\"across\":2")]
    [InlineData("\"moment\": \"began\"", "\"moment\": \"someday\"")]
    [InlineData("\"cell\": \"section4.review.total\", \"label\"", "\"cell\": \"review.total\", \"label\"")]
    [InlineData("\"table\": \"section3\"", "\"table\": \"section5\"")]
    public void A_broken_format_is_refused_with_its_place(string from, string to)
    {
        var text = ShippedData.Text("formats/statutory-2021.json");
        var broken = text.Replace(from, to, StringComparison.Ordinal).Replace(from.Replace(":", ": ", StringComparison.Ordinal), to, StringComparison.Ordinal);
        broken.ShouldNotBe(text);
        ReportFormatReader.Read(broken).Problems.ShouldNotBeEmpty();
    }
}
