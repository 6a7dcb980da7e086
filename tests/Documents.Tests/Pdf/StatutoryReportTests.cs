using System.Globalization;
using System.Text.Json;
using Lianxin.Core.Items;
using Lianxin.Core.Reports;
using Lianxin.Core.Reports.Checking;
using Lianxin.Core.Reports.Records;
using Lianxin.Core.Text;
using Lianxin.Documents.Exports;

namespace Lianxin.Documents.Tests.Pdf;

/// <summary>The made-up report of samples/statutory-2025, as it is printed and handed out.</summary>
public sealed class StatutoryReportTests
{
    private static readonly string Root = RootFolder();
    private static readonly StatutoryForms Forms = StatutoryFormsReader.Read(Data("checks/statutory-report.json")).Forms!;
    private static readonly RecordKinds Kinds = RecordKindsReader.Read(Data("records.json"), Forms).Kinds!;
    private static readonly Lazy<ReportContent> Content = new(() => Compose("2021"));

    [Fact]
    public void The_25_rows_stand_on_the_paper_with_repeated_heads_and_one_head_for_screen_readers()
    {
        using var pdf = ReadBack.Of(Content.Value);
        var withTable = pdf.Document.GetPages().Select(ReadBack.PageText).Where(t => t.Contains("勾稽关系", StringComparison.Ordinal)).ToList();
        withTable.Count.ShouldBe(2);
        withTable.ShouldAllBe(t => t.Contains("三、本年", StringComparison.Ordinal));
        pdf.ElementTypes().Count(t => t == "Table").ShouldBe(3);
        pdf.ElementTypes().Count(t => t == "TR").ShouldBe(14 + 28 + 4);
        // Items by month and class, on-time rate by office, outcomes of the applications, the feedback's funnel, and the code.
        pdf.ElementTypes().Count(t => t == "Figure").ShouldBe(5);
        // The code never stands alone on a page.
        ReadBack.PageText(pdf.Document.GetPages().Last()).ShouldContain("数字与来源");
    }

    [Fact]
    public void A_row_of_heads_within_a_table_never_stands_last_on_a_page()
    {
        using var pdf = ReadBack.Of(Content.Value);
        var page = pdf.Document.GetPages().Select(ReadBack.PageText).Single(t => t.Contains("第二十条第（八）项", StringComparison.Ordinal));
        page.ShouldContain("本年收费金额");
        page.ShouldContain("行政事业性收费");
    }

    [Fact]
    public void The_contents_name_every_heading_of_two_levels_with_the_page_on_which_it_stands()
    {
        using var pdf = ReadBack.Of(Content.Value);
        var pages = pdf.Document.GetPages().Select(ReadBack.PageText).ToList();
        var headings = Content.Value.Blocks.OfType<HeadingBlock>().Where(h => h.Level <= 2).Select(h => h.Text).ToList();
        pdf.ElementTypes().Count(t => t == "TOC").ShouldBe(1);
        pdf.ElementTypes().Count(t => t == "TOCI").ShouldBe(headings.Count);
        foreach (var heading in headings)
        {
            var page = pages.FindIndex(1, p => p.Contains(heading, StringComparison.Ordinal)) + 1;
            pages[0].Replace("·", "", StringComparison.Ordinal).ShouldContain(heading + page.ToString(CultureInfo.InvariantCulture));
        }

        pages[1].ShouldStartWith("本报告根据");
    }

    [Fact]
    public void The_web_page_leads_from_its_contents_to_every_heading_and_dates_like_the_paper()
    {
        var html = System.Text.Encoding.UTF8.GetString(ReportExports.Of(Content.Value, "2021", 2025, []).Single(e => e.Format == "html").Bytes);
        foreach (var place in System.Text.RegularExpressions.Regex.Matches(html, "href=\"#(s[0-9]+)\"").Select(m => m.Groups[1].Value))
            html.ShouldContain($" id=\"{place}\">");
        html.ShouldContain("<nav aria-label=\"目录\">");
        html.ShouldContain(Documents.Typesetting.Flow.SignatureSetter.DateText(Content.Value.DatedOn) + "</p>");
    }

    [Fact]
    public void The_charts_tell_their_numbers_to_those_who_cannot_see_them()
    {
        var charts = Content.Value.Blocks.OfType<ChartBlock>().ToList();
        charts.Single(c => c.Caption.Contains("按时公开率", StringComparison.Ordinal)).ShouldSatisfyAllConditions(
            c => c.Categories.ShouldContain("党政办"), c => c.Categories.ShouldContain("caizheng", "an office without a title stands for itself"), c => c.Description.ShouldContain("党政办应公开"));
        charts.Single(c => c.Caption.Contains("群众反馈", StringComparison.Ordinal)).Description.ShouldBe("收集30条，梳理28条，登记20条，办结15条，销号12条。");
    }

    [Fact]
    public void The_same_report_gives_the_same_bytes_in_every_form()
    {
        var again = Compose("2021");
        foreach (var (one, other) in ReportExports.Of(Content.Value, "2021", 2025, []).Zip(ReportExports.Of(again, "2021", 2025, [])))
            one.Bytes.ShouldBe(other.Bytes, one.Format);
        new Documents.Pdf.PdfReportRenderer(Fonts.FetchedFonts.Library).Render(again)
            .ShouldBe(new Documents.Pdf.PdfReportRenderer(Fonts.FetchedFonts.Library).Render(Content.Value));
    }

    [Fact]
    public void The_open_data_is_the_interchange_form()
    {
        var json = ReportExports.Of(Content.Value, "2021", 2025, []).Single(e => e.Format == "json").Bytes;
        var read = ReportDocumentReader.Read(JsonDocument.Parse(json).RootElement, Forms);
        read.Refusal.ShouldBeNull();
        ReportChecking.Check(Forms, read.Value!.Document, null).ShouldBeEmpty();
    }

    [Theory]
    [InlineData("=1+1")]
    [InlineData(" @SUM(A1)")]
    [InlineData("＝1+1")]
    [InlineData("\tx")]
    public void No_label_of_the_csv_is_taken_for_a_formula(string label)
    {
        var csv = ReportExports.Of(Content.Value, "2021", 2025, [new ReportNumber("key", label, 1, "件")]).Single(e => e.Format == "csv").Bytes;
        System.Text.Encoding.UTF8.GetString(csv).ShouldContain($"key,'{label},1,件");
    }

    [Fact]
    public void The_docx_has_the_same_cells_with_the_same_spans()
    {
        var bytes = ReportExports.Of(Content.Value, "2021", 2025, []).Single(e => e.Format == "docx").Bytes;
        using var zip = new System.IO.Compression.ZipArchive(new MemoryStream(bytes));
        using var part = zip.GetEntry("word/document.xml")!.Open();
        var document = System.Xml.Linq.XDocument.Load(part);
        System.Xml.Linq.XNamespace w = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";
        var table = document.Descendants(w + "tbl").Single(t => t.Value.Contains("勾稽关系", StringComparison.Ordinal));
        table.Elements(w + "tr").Count().ShouldBe(28);
        table.Descendants(w + "tblHeader").Count().ShouldBe(3);
        foreach (var row in table.Elements(w + "tr"))
            row.Elements(w + "tc").Sum(c => (int?)c.Descendants(w + "gridSpan").SingleOrDefault()?.Attribute(w + "val") ?? 1).ShouldBe(10);
        var numbers = table.Descendants(w + "tc").Select(c => c.Value).Where(v => v.Length > 0 && v.All(char.IsAsciiDigit)).ToList();
        numbers.Count.ShouldBe(25 * 7);
        document.Descendants(w + "pStyle").Count(s => (string?)s.Attribute(w + "val") == "Heading1").ShouldBe(6);
    }

    private static ReportContent Compose(string form)
    {
        var format = ReportFormatReader.Read(Data($"formats/statutory-{form}.json")).Format!;
        var narrative = Narrative();
        var figures = ReportFigures.From(format, 2025, Rows("1-items.csv").Select(Item), [], narrative, Rows("2-records.csv").Select(Record), new ReportFunnel(30, 28, 20, 15, 12));
        return ReportComposer.Compose(format, figures, narrative, [], "示例镇人民政府", 2025, "https://xxgk.example/api/reports/2025/report.html",
            new Dictionary<string, string>(StringComparer.Ordinal) { ["dangzheng"] = "党政办", ["laobao"] = "劳动保障所" });
    }

    private static PublicationRow Item(IReadOnlyDictionary<string, string> row)
    {
        var published = Day(row["published_on"])!.Value;
        var title = row["entry"][..2] switch { "07" => "概况类", "08" => "政策法规类", "10" => "财政类", _ => "工作动态类" };
        return new PublicationRow(
            row["number"], row["number"], row["title"], row["entry"], row["entry"][..2], title, row["office"], "public", "government",
            published, new DateTimeOffset(published, new TimeOnly(9, 0), TimeSpan.FromHours(8)), published, published.AddDays(20), 1);
    }

    private static DatedRecord Record(IReadOnlyDictionary<string, string> row)
    {
        var input = new RecordInput(
            row["kind"], row["number"], row["title"], Day(row["on"]), Day(row["ended_on"]), Day(row["published_on"]), Text(row["applicant"]), Text(row["outcome"]),
            Text(row["category"]), Text(row["amount"]) is { } amount ? decimal.Parse(amount, CultureInfo.InvariantCulture) : null);
        var day = new DateOnly(2026, 1, 5);
        return RecordEntering.Enter(Kinds, input, null, new RecordEntry("sl", row["office"], "clerk", new DateTimeOffset(day, default, TimeSpan.FromHours(8)), day)).Value!;
    }

    private static ReportNarrative Narrative()
    {
        using var json = JsonDocument.Parse(File.ReadAllText(Path.Combine(Root, "samples", "statutory-2025", "narrative.json")));
        var sections = json.RootElement.GetProperty("sections").EnumerateObject().ToDictionary(p => p.Name, p => p.Value.GetString()!);
        return new ReportNarrative(sections, new DateOnly(2026, 1, 12), null, new DateOnly(2025, 1, 1), new DateOnly(2025, 12, 31));
    }

    private static IEnumerable<IReadOnlyDictionary<string, string>> Rows(string file)
    {
        var rows = CsvText.Read(File.ReadAllText(Path.Combine(Root, "samples", "statutory-2025", file))).Rows;
        return rows.Skip(1).Select(r => rows[0].Fields.Zip(r.Fields).ToDictionary(c => c.First, c => c.Second, StringComparer.Ordinal));
    }

    private static DateOnly? Day(string text) => text.Length == 0 ? null : DateOnly.ParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture);

    private static string? Text(string text) => text.Length == 0 ? null : text;

    private static string Data(string file) => File.ReadAllText(Path.Combine(Root, "src", "Functions", "Data", file));

    private static string RootFolder()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(folder.FullName, "Serverless.sln")))
            folder = folder.Parent.ShouldNotBeNull();
        return folder.FullName;
    }
}
