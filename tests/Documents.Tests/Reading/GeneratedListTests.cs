using System.Globalization;
using System.Text;
using Lianxin.Core.Privacy;
using Lianxin.Documents.Reading;

namespace Lianxin.Documents.Tests.Reading;

/// <summary>Lists of made-up persons in every kind of file: each number that was put in is found, none comes back.</summary>
public class GeneratedListTests
{
    private static readonly FileReader Reader = new(TimeProvider.System);

    public static TheoryData<string, int> Lists => [.. from kind in (string[])[".xlsx", ".docx", ".csv", ".txt"] from seed in Enumerable.Range(1, 6) select (kind, seed)];

    [Theory]
    [MemberData(nameof(Lists))]
    public void Every_number_of_a_list_is_found_in_every_kind_of_file(string kind, int seed)
    {
        var random = new Random(seed);
        var leaks = 0;
        var rows = new List<string[]> { (string[])["姓名", "村社", "身份证号", "联系电话", "开户账号", "金额"] };
        for (var row = 0; row < 20; row++)
        {
            string Maybe(string leak, string otherwise)
            {
                var leaking = random.Next(3) == 0;
                leaks += leaking ? 1 : 0;
                return leaking ? leak : otherwise;
            }

            rows.Add(["张*例", "示例五村三社", Maybe(IdOf(random), "***"), Maybe($"138{random.Next(10_000_000, 99_999_999)}", "0951-8000101"), Maybe($"{random.NextInt64(300_000_000_000, 899_999_999_999)}", "无"), "420.00"]);
        }

        var reading = Reader.Read("名单" + kind, FileOf(kind, rows), ScanProfile.Usual);

        reading.Findings.Count(f => f.Severity == PrivacySeverity.Hard).ShouldBe(leaks);
        rows.SelectMany(r => r).Where(c => c.Length >= 11 && c.All(char.IsAsciiDigit)).ShouldAllBe(c => !reading.Findings.Any(f => f.ToString().Contains(c, StringComparison.Ordinal)));
    }

    internal static byte[] FileOf(string kind, List<string[]> rows) => kind switch
    {
        ".xlsx" => Files.Workbook(rows),
        ".docx" => Files.Word("<w:tbl>" + string.Concat(rows.Select(r => "<w:tr>" + string.Concat(r.Select(c => $"<w:tc>{Files.Paragraph(c)}</w:tc>")) + "</w:tr>")) + "</w:tbl>"),
        ".csv" => Encoding.UTF8.GetBytes(string.Join("\r\n", rows.Select(r => string.Join(',', r)))),
        _ => Encoding.UTF8.GetBytes(string.Join('\n', rows.Select(r => string.Join('\t', r)))),
    };

    /// <summary>Region 999999, a day that was, and the check character by the table of weights.</summary>
    internal static string IdOf(Random random)
    {
        int[] weights = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];
        var digits = $"999999{new DateOnly(1930, 1, 1).AddDays(random.Next(30_000)).ToString("yyyyMMdd", CultureInfo.InvariantCulture)}{random.Next(1000):000}";
        return digits + "10X98765432"[digits.Select((d, i) => (d - '0') * weights[i]).Sum() % 11];
    }
}
