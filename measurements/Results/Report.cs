using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Lianxin.Bench.Results;

/// <summary>Everything a run found, and under what load.</summary>
public sealed record Report(int Cores, string Runtime, string LoadBefore, string LoadAfter, double Seconds, IReadOnlyList<Figure> Figures)
{
    public string Json() => JsonSerializer.Serialize(this, ReportJson.Default.Report);

    public static IEnumerable<string> Lines(Figure figure)
    {
        ArgumentNullException.ThrowIfNull(figure);
        var ratio = figure.Ratio;
        var aim = figure.Aim is { } least ? Text($", aim ≥ {least:0.##} {(figure.AimReached == true ? "reached 达到" : "MISSED 未达到")}") : "";
        yield return Text($"{figure.Name}: {ratio.Median:0.00}× of “{figure.Baseline}”{aim}");
        var foreign = figure.Pairs.Max(p => p.OtherCores);
        yield return ratio.Count == 1
            ? Text($"    one pair; foreign load {foreign:0.0} cores")
            : Text($"    median of {ratio.Count} pairs; middle half {ratio.Quarter:0.00}–{ratio.ThreeQuarters:0.00}, all {ratio.Least:0.00}–{ratio.Most:0.00}; ")
              + Text($"foreign load {foreign:0.0} cores at most");
        yield return Text($"    {figure.Measured}: {figure.Absolute.Median:0.##} {figure.Unit} beside {figure.BaselineAbsolute.Median:0.##}");
        foreach (var (what, number) in figure.Beside)
            yield return Text($"    {what}: {number:0.##}");
    }

    private static string Text(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, WriteIndented = true)]
[JsonSerializable(typeof(Report))]
internal sealed partial class ReportJson : JsonSerializerContext;
