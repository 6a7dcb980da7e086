using Lianxin.Core.Reports;
using Lianxin.Core.Reports.Checking;
using Lianxin.Core.Reports.Records;

namespace Lianxin.Core.Tests.Reports.Records;

/// <summary>The shipped forms, formats and kinds, and records made for tests.</summary>
internal static class Statutory
{
    public static StatutoryForms Forms { get; } = StatutoryFormsReader.Read(ShippedData.Text("checks/statutory-report.json")).Forms.ShouldNotBeNull();

    public static RecordKinds Kinds { get; } = RecordKindsReader.Read(ShippedData.Text("records.json"), Forms).Kinds.ShouldNotBeNull();

    public static ReportFormat Format2021 { get; } = Format("2021");

    public static ReportFormat Format2019 { get; } = Format("2019");

    public static RecordEntry Entry { get; } =
        new("lg", "dangzheng", "clerk", new DateTimeOffset(2030, 1, 5, 9, 0, 0, TimeSpan.FromHours(8)), new DateOnly(2030, 1, 5));

    public static RecordInput Application(string number, string on, string? endedOn = null, string? outcome = null, string applicant = "natural_person") =>
        new("application", number, null, Day(on), endedOn is null ? null : Day(endedOn), null, applicant, outcome, null, null);

    public static DatedRecord Record(RecordInput input, RecordEntry? entry = null) => RecordEntering.Enter(Kinds, input, null, entry ?? Entry).Value.ShouldNotBeNull();

    public static DateOnly Day(string text) => DateOnly.ParseExact(text, "yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture);

    /// <summary>A whole year without anything typed.</summary>
    public static ReportNarrative Narrative(int year) => new(
        new Dictionary<string, string>(StringComparer.Ordinal), new DateOnly(year + 1, 1, 10), null, new DateOnly(year, 1, 1), new DateOnly(year, 12, 31));

    public static ReportFigures Figures(ReportFormat format, int year, IEnumerable<DatedRecord> records) =>
        ReportFigures.From(format, year, [], [], Narrative(year), records);

    public static ReportContent Content(ReportFormat format, int year, IEnumerable<DatedRecord> records) =>
        ReportComposer.Compose(format, Figures(format, year, records), Narrative(year), [], "示例镇人民政府", year, "https://example.test/");

    public static ReportDocument Document(ReportFormat format, int year, IEnumerable<DatedRecord> records) =>
        ComposedReport.Document(Content(format, year, records), format.Form.ShouldNotBeNull(), year);

    private static ReportFormat Format(string form)
    {
        var reading = ReportFormatReader.Read(ShippedData.Text($"formats/statutory-{form}.json"));
        reading.Problems.ShouldBeEmpty();
        return reading.Format.ShouldNotBeNull();
    }
}
