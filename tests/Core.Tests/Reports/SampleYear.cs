using System.Globalization;
using System.Text.Json;
using Lianxin.Core.Items;
using Lianxin.Core.Reports;

namespace Lianxin.Core.Tests.Reports;

/// <summary>The committed year of samples/ligang-2014, as the import would bring it into the register.</summary>
internal static class SampleYear
{
    /// <summary>A day on which 2014 is over.</summary>
    public static readonly DateOnly Later = new(2015, 1, 5);

    private static readonly string Folder = Path.Combine(Root(), "samples", "ligang-2014");

    public static readonly IReadOnlyList<IReadOnlyDictionary<string, string>> Items = CsvLines.Read(Path.Combine(Folder, "1-items.csv"));

    public static readonly ReportFormat Format = ReportFormatReader.Read(FormatText).Format.ShouldNotBeNull();

    public static readonly IReadOnlyList<PublicationRow> Rows = [.. Items.Select(Row)];

    public static readonly IReadOnlyList<StatisticFigure> Figures =
        [.. CsvLines.Read(Path.Combine(Folder, "2-figures.csv")).Select(f => FigureRow.Parse("lg", f).Value.ShouldNotBeNull())];

    public static readonly ReportNarrative Narrative = ReadNarrative();

    public static readonly IReadOnlyDictionary<string, string> Reasons = Texts(Json("reasons.json"));

    public static string FormatText =>
        File.ReadAllText(Path.Combine(Root(), "src", "Functions", "Data", "formats", "ligang-2014.json"));

    public static ReportFigures Computed(ReportNarrative? narrative = null, IEnumerable<StatisticFigure>? figures = null) =>
        ReportFigures.From(Format, 2014, Rows, figures ?? Figures, narrative ?? Narrative);

    /// <summary>What the founding document should have said: a whole year, signed after it, with the totals that add up.</summary>
    public static ReportNarrative Corrected { get; } =
        Narrative with { SignedOn = Later, PeriodTo = new DateOnly(2014, 12, 31) };

    private static PublicationRow Row(IReadOnlyDictionary<string, string> item)
    {
        var published = Day(item["published_on"]);
        var formed = Day(item["formed_on"]);
        var regime = item["entry"].StartsWith("16-", StringComparison.Ordinal) ? "village" : "government";
        // Four weeks stand in for the calendar, which has tests of its own.
        return new PublicationRow(
            item["number"], item["number"], item["title"], item["entry"], item["entry"][..2], ClassOf(item["entry"]), item["office"], "public", regime,
            published, new DateTimeOffset(published, new TimeOnly(9, 0), TimeSpan.FromHours(8)), formed, formed.AddDays(28), 1);
    }

    /// <summary>统计类别 by entry, as the catalogue gives it.</summary>
    private static string ClassOf(string entry) => entry switch
    {
        "05-01" or "07-01" or "07-02" => "概况类",
        "05-02" or "08-01" or "08-02" => "政策法规类",
        "12-02" or "12-03" or "15-02" or "16-01" or "16-02" => "财政类",
        _ => entry[..2] is "10" or "11" ? "财政类" : "工作动态类",
    };

    private static ReportNarrative ReadNarrative()
    {
        var json = Json("narrative.json");
        return new ReportNarrative(
            Texts(json.GetProperty("sections")), Day(json.GetProperty("signedOn").GetString()!), Day(json.GetProperty("publishedOn").GetString()!),
            Day(json.GetProperty("periodFrom").GetString()!), json.GetProperty("periodTo").GetString() is { } to ? Day(to) : null);
    }

    private static JsonElement Json(string file)
    {
        using var document = JsonDocument.Parse(File.ReadAllText(Path.Combine(Folder, file)));
        return document.RootElement.Clone();
    }

    private static Dictionary<string, string> Texts(JsonElement texts) =>
        texts.EnumerateObject().ToDictionary(p => p.Name, p => p.Value.GetString()!, StringComparer.Ordinal);

    private static DateOnly Day(string text) => DateOnly.ParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture);

    private static string Root()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(folder.FullName, "Serverless.sln")))
            folder = folder.Parent.ShouldNotBeNull();
        return folder.FullName;
    }
}
