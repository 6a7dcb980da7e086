using System.Text.Json;
using Lianxin.Core.Proofreading;
using Lianxin.Core.Text;

namespace Lianxin.Core.Tests.Proofreading;

/// <summary>The texts of the samples: whoever is warned without need stops reading warnings.</summary>
public class SampleTextTests
{
    /// <summary>Slips that stand in the samples indeed.</summary>
    private static readonly string[] Real = ["方案方案", "办理办理", "采购采购", "工作工作", "专项专项"];

    private static readonly IReadOnlyList<string> Texts = [.. Of("ligang-2014"), .. Of("statutory-2025")];

    [Fact]
    public void Nothing_in_the_samples_blocks() =>
        Texts.SelectMany(t => ShippedProofreader.Whole.Read("body", t)).Where(f => f.Severity == ProofreadingSeverity.Hard).Select(f => f.Excerpt).ShouldBeEmpty();

    [Fact]
    public void At_most_one_in_a_thousand_texts_of_the_samples_is_warned_about_without_need()
    {
        var warned = Texts.Distinct(StringComparer.Ordinal)
            .Select(t => ShippedProofreader.Whole.Read("body", t).Where(f => !Real.Contains(t.Substring(f.Start, f.Length))).ToList())
            .Where(f => f.Count > 0).ToList();

        warned.Count.ShouldBeLessThanOrEqualTo(Texts.Count / 1_000, string.Join('\n', warned.Select(w => $"{w[0].Kind} {w[0].Excerpt} → {w[0].Suggestion}").Take(40)));
    }

    private static IEnumerable<string> Of(string folder)
    {
        // Records of applications and permits are no texts that anybody writes.
        foreach (var file in Directory.EnumerateFiles(ShippedData.SampleFolder(folder), "*.csv").Where(f => !f.EndsWith("records.csv", StringComparison.Ordinal)).Order(StringComparer.Ordinal))
        {
            foreach (var field in CsvText.Read(File.ReadAllText(file)).Rows.Skip(1).SelectMany(r => r.Fields))
            {
                if (!field.StartsWith('{'))
                    yield return field;
                else
                    foreach (var value in JsonDocument.Parse(field).RootElement.EnumerateObject())
                        yield return value.Value.ToString();
            }
        }

        foreach (var section in JsonDocument.Parse(File.ReadAllText(Path.Combine(ShippedData.SampleFolder(folder), "narrative.json"))).RootElement.GetProperty("sections").EnumerateObject())
            yield return section.Value.ToString();
    }
}
