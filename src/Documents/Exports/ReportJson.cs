using System.Text.Encodings.Web;
using System.Text.Json;
using Lianxin.Core.Reports;
using Lianxin.Core.Reports.Checking;

namespace Lianxin.Documents.Exports;

/// <summary>
/// The report in the interchange form that <c>POST /api/reports/check</c> takes, so that anyone can check it, and beside it every number
/// with its name, label and unit.
/// </summary>
internal static class ReportJson
{
    private static readonly JsonWriterOptions Options = new() { Indented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, NewLine = "\n" };

    public static byte[] Write(ReportContent content, string? form, int year, IReadOnlyList<ReportNumber> numbers)
    {
        using var buffer = new MemoryStream();
        using (var json = new Utf8JsonWriter(buffer, Options))
        {
            json.WriteStartObject();
            json.WriteString("title", string.Concat(content.Title));
            json.WriteString("agency", content.Issuer);
            json.WriteString("level", "township");
            json.WriteNumber("year", year);
            json.WriteString("format", form ?? StatutoryForms.OldForm);
            json.WriteString("completeness", "full");
            json.WriteString("signed_on", content.DatedOn.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture));
            json.WriteStartObject("tables");
            WriteCells(json, [.. ComposedReport.Cells(content).Select(c => (c.Key.Split('.'), c.Value))], 0);
            json.WriteEndObject();
            WriteTexts(json, "narrative_headings", ComposedReport.Headings(content));
            json.WriteString("narrative", ComposedReport.Narrative(content));
            WriteNumbers(json, numbers);
            json.WriteEndObject();
        }

        return buffer.ToArray();
    }

    /// <summary>Paths with dots as objects in objects.</summary>
    private static void WriteCells(Utf8JsonWriter json, IReadOnlyList<(string[] Path, decimal Value)> cells, int depth)
    {
        foreach (var group in cells.GroupBy(c => c.Path[depth]))
        {
            if (group.First().Path.Length == depth + 1)
            {
                json.WriteNumber(group.Key, group.First().Value);
                continue;
            }

            json.WriteStartObject(group.Key);
            WriteCells(json, [.. group], depth + 1);
            json.WriteEndObject();
        }
    }

    private static void WriteTexts(Utf8JsonWriter json, string name, IEnumerable<string> texts)
    {
        json.WriteStartArray(name);
        foreach (var text in texts)
            json.WriteStringValue(text);
        json.WriteEndArray();
    }

    private static void WriteNumbers(Utf8JsonWriter json, IReadOnlyList<ReportNumber> numbers)
    {
        json.WriteStartArray("numbers");
        foreach (var number in numbers)
        {
            json.WriteStartObject();
            json.WriteString("key", number.Key);
            json.WriteString("label", number.Label);
            json.WriteNumber("value", number.Value);
            json.WriteString("unit", number.Unit);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }
}
