using System.Text.Json;
using System.Text.Json.Nodes;
using Lianxin.Core.Reports.Checking;

namespace Lianxin.Core.Tests.Reports.Checking;

/// <summary>What is no report in the interchange form is refused, with the place of every fault.</summary>
public class ReportReadingTests
{
    [Theory]
    [InlineData("tables.section3.granted.total", "-1")]
    [InlineData("tables.section3.granted.total", "1.5")]
    [InlineData("tables.section3.granted.total", "1e30")]
    [InlineData("tables.section3.granted.total", "1e999")]
    [InlineData("tables.section3.granted.total", "1000000001")]
    [InlineData("tables.section3.granted.total", "\"12\"")]
    [InlineData("tables.section3.granted.total", "true")]
    [InlineData("tables.section3.granted.total", "[1]")]
    [InlineData("tables.section3.granted.women", "1")]
    [InlineData("tables.section3.granted.women", "null")]
    [InlineData("tables.section3.refused", "3")]
    [InlineData("tables.section3.refused.secret", "{}")]
    [InlineData("tables.section3.given", "{}")]
    [InlineData("tables.section3", "[]")]
    [InlineData("tables.section4.review.won", "1")]
    [InlineData("tables.section4.appeal", "{}")]
    [InlineData("tables.section2.rules.abolished", "1")]
    [InlineData("tables.section2.taxes", "{}")]
    [InlineData("tables.section2.fees.amount_10k_yuan", "\"7545\"")]
    [InlineData("tables.section2.fees.amount_10k_yuan", "-0.5")]
    [InlineData("tables.section2.fees.change", "[]")]
    [InlineData("tables.section2.procurement", "{\"amount\":\"113.96万元\"}", "tables.section2.procurement.amount")]
    [InlineData("tables", "null")]
    [InlineData("tables", "[]")]
    [InlineData("format", "\"2008\"")]
    [InlineData("format", "2021")]
    [InlineData("level", "\"village\"")]
    [InlineData("level", "null")]
    [InlineData("year", "\"2025\"")]
    [InlineData("year", "1999")]
    [InlineData("year", "2025.5")]
    [InlineData("blank_cells", "{}")]
    [InlineData("blank_cells", "[7]", "blank_cells[0]")]
    [InlineData("narrative_headings", "\"一、总体情况\"")]
    [InlineData("narrative", "[\"text\"]")]
    [InlineData("narrative_figures", "[]")]
    [InlineData("narrative_figures.applications_received", "-3")]
    [InlineData("narrative_figures.applications_received", "1e40")]
    [InlineData("narrative_figures.applications_received", "\"many\"")]
    [InlineData("narrative_figures.applications_received", "\"30\"")]
    [InlineData("narrative_figures.categories", "3")]
    [InlineData("narrative_figures.categories", "[[\"a\",1,2]]", "narrative_figures.categories[0]")]
    [InlineData("narrative_figures.percentages", "{\"granted\":-1}", "narrative_figures.percentages.granted")]
    [InlineData("previous", "3")]
    [InlineData("previous", "{\"format\":\"2021\",\"level\":\"county\",\"year\":2024}", "previous.tables")]
    [InlineData("previous", "{\"format\":\"2021\",\"level\":\"county\",\"year\":2024,\"tables\":{\"section4\":{\"x\":1}}}", "previous.tables.section4.x")]
    public void A_fault_is_refused_with_its_dotted_path(string path, string value, string? place = null)
    {
        var report = CaseFiles.Load("018");
        var refusal = CaseFiles.Read(Raw(report, path, value)).Refusal.ShouldNotBeNull();
        refusal.Code.ShouldBe("invalid-report");
        refusal.Errors.ShouldHaveSingleItem().Key.ShouldBe(place ?? path);
        refusal.Errors.Values.ShouldAllBe(m => m.All(t => t.Any(c => c > 0x4E00)));
    }

    [Theory]
    [InlineData("remark", "{\"a\":[1,2]}")]
    [InlineData("tables.section5", "{\"x\":\"y\"}")]
    [InlineData("narrative_figures.visits", "\"none\"")]
    [InlineData("narrative_figures.visits", "1e99")]
    [InlineData("narrative_figures.consultations", "\"30多\"")]
    [InlineData("narrative_figures.channels_partial", "[[\"线上\",15]]")]
    [InlineData("tables.section2.fees.change", "-3")]
    [InlineData("tables.section2.fees.change", "\"增98\"")]
    [InlineData("tables.section2.fees.amount_10k_yuan", "4166.241619")]
    [InlineData("tables.section3.granted.total", "33.0")]
    [InlineData("tables.section3.other_outcome.combined", "null")]
    [InlineData("narrative", "null")]
    [InlineData("previous", "null")]
    [InlineData("tables.old", "{\"consultations\":\"30多\",\"replies\":{\"total\":0,\"remark\":\"无\"},\"review\":0}")]
    public void What_the_form_allows_or_does_not_know_is_taken(string path, string value) =>
        CaseFiles.Read(Raw(CaseFiles.Load("018"), path, value)).Refusal.ShouldBeNull();

    [Fact]
    public void Everything_that_is_missing_is_named_at_once() =>
        CaseFiles.Read(new JsonObject()).Refusal.ShouldNotBeNull().Errors.Keys.ShouldBe(["format", "level", "tables", "year"], ignoreOrder: true);

    [Fact]
    public void A_flood_of_faults_is_answered_shortly()
    {
        var report = CaseFiles.Load("018");
        for (var i = 0; i < 50_000; i++)
            report.With($"section3.granted.{new string('x', 50)}{i}", 1);
        CaseFiles.Read(report).Refusal.ShouldNotBeNull().Errors.Count.ShouldBe(100);
        report = CaseFiles.Load("018").With(new string('字', 10), 1).With($"section2.{new string('字', 10_000)}", 1);
        CaseFiles.Read(report).Refusal.ShouldNotBeNull().Errors.Keys.ShouldHaveSingleItem().Length.ShouldBeLessThan(200);
    }

    [Fact]
    public void Lists_and_texts_have_a_length()
    {
        var report = CaseFiles.Load("018").With("narrative", new string('文', 200_001)).With("agency", new string('文', 201));
        report["narrative_headings"] = new JsonArray([.. Enumerable.Range(0, 501).Select(i => (JsonNode)"标题")]);
        report.With("narrative_figures.categories", new JsonArray([.. Enumerable.Range(0, 501).Select(i => (JsonNode)new JsonArray("类", i))]));
        CaseFiles.Read(report).Refusal.ShouldNotBeNull().Errors.Keys
            .ShouldBe(["narrative", "agency", "narrative_headings", "narrative_figures.categories"], ignoreOrder: true);
    }

    [Fact]
    public void The_merged_row_and_the_rows_it_stands_for_cannot_both_count() =>
        CaseFiles.Read(CaseFiles.Load("018").With("section3.other_outcome.combined", new JsonObject { ["total"] = 11 })).Refusal.ShouldNotBeNull()
            .Errors.Keys.ShouldHaveSingleItem().ShouldBe("tables.section3.other_outcome.combined");

    [Theory]
    [InlineData("\"kind\": \"outcome-total\"", "\"kind\": \"outcome\"", "outcome-total")]
    [InlineData("\"kind\": \"inflow\"", "\"kind\": \"influx\"", "influx")]
    [InlineData("\"mergedInto\": \"other_outcome.combined\"", "\"mergedInto\": \"other_outcome.one\"", "other_outcome.one")]
    [InlineData("\"made\", \"repealed\"", "\"made\", \"withdrawn\"", "withdrawn")]
    [InlineData("\"version\": \"1\",", "", "version")]
    public void A_broken_file_of_forms_is_refused_and_the_fault_named(string from, string to, string named)
    {
        CaseFiles.FormsText.ShouldContain(from);
        var reading = StatutoryFormsReader.Read(CaseFiles.FormsText.Replace(from, to, StringComparison.Ordinal));
        reading.Forms.ShouldBeNull();
        reading.Problems.ShouldContain(p => p.Message.Contains(named, StringComparison.Ordinal));
    }

    /// <summary>The document with a value at a path, exactly as written: some of the numbers fit no type.</summary>
    private static JsonElement Raw(JsonObject report, string path, string value)
    {
        const string Mark = "\"@@\"";
        return JsonDocument.Parse(report.With(path, "@@").ToJsonString().Replace(Mark, value, StringComparison.Ordinal)).RootElement;
    }
}
