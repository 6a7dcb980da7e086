using System.Text.RegularExpressions;

namespace Lianxin.Core.Tests.Reports;

/// <summary>Reads a CSV file of the sample by column name; the sample never breaks a line inside a field.</summary>
internal static partial class CsvLines
{
    public static IReadOnlyList<IReadOnlyDictionary<string, string>> Read(string path)
    {
        var lines = File.ReadAllLines(path);
        var header = Fields(lines[0]);
        return [.. lines.Skip(1).Select(l => (IReadOnlyDictionary<string, string>)header.Zip(Fields(l)).ToDictionary(p => p.First, p => p.Second))];
    }

    private static List<string> Fields(string line) =>
        [.. Field().Matches(line).Select(m => m.Groups[1].Success ? m.Groups[1].Value.Replace("\"\"", "\"", StringComparison.Ordinal) : m.Groups[2].Value)];

    [GeneratedRegex("(?<=^|,)(?:\"((?:[^\"]|\"\")*)\"|([^,]*))")]
    private static partial Regex Field();
}
