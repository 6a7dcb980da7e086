using System.Buffers;

namespace Lianxin.Core.Reports.Checking.Rules;

/// <summary>
/// A township or a local department prints rules (规章), which neither can make (Legislation Law 立法法 Art. 91 and 93: ministries, provinces
/// and cities with districts). Counties are left aside: some print what the city above them made.
/// </summary>
internal sealed class Competence() : ReportRule("competence", FindingSeverity.Warning)
{
    /// <summary>How names of State Council bodies begin; those may make rules.</summary>
    private static readonly string[] Central = ["中华人民共和国", "国家", "国务院", "中国"];

    private static readonly SearchValues<char> LocalSigns = SearchValues.Create("省市县区旗州盟镇乡街");

    public override IEnumerable<ReportFinding> Check(CheckedReport report)
    {
        var document = report.Document;
        var cannot = document.Level == AgencyLevel.Township || (document.Level == AgencyLevel.Department && !IsCentral(document.Agency));
        if (!cannot || report.Forms.Section2.FirstOrDefault(r => r.Key == "rules") is not { } row)
            yield break;
        foreach (var path in row.Cells.Select(c => $"section2.{row.Key}.{c}"))
        {
            if (document.Cells.Printed(path) is > 0 and { } printed)
            {
                var who = document.Level == AgencyLevel.Township ? "乡镇（街道）" : "地方政府部门";
                yield return Finding(path, "0", Text(printed), $"“{report.Forms.Label(path)}”为{Text(printed)}，而{who}无权制定规章。");
            }
        }
    }

    private static bool IsCentral(string agency) =>
        Central.Any(c => agency.StartsWith(c, StringComparison.Ordinal)) || (agency.EndsWith('部') && !agency.AsSpan().ContainsAny(LocalSigns));
}
