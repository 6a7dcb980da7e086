using System.Buffers;
using System.Text.RegularExpressions;

namespace Lianxin.Core.Proofreading;

/// <summary>发文字号 X〔2014〕12号: six-corner brackets, four digits of the year, no 第, no zeros in front (GB/T 9704-2012, 7.2.5).</summary>
internal static partial class DocumentNumberRule
{
    private static readonly SearchValues<char> Closing = SearchValues.Create("]］】)）〕〗");

    public static void Find(string text, List<Slip> slips)
    {
        foreach (var match in Number().EnumerateMatches(text))
        {
            var number = text.AsSpan(match.Index, match.Length);
            var close = number.IndexOfAny(Closing);
            var year = number[1..close];
            var rest = number[(close + 1)..^1];
            var serial = rest.TrimStart("第 ").TrimStart('0');
            if (year.Length != 4 && number[0] != '〔')
                continue;
            var why = new List<string>();
            if (number[0] != '〔' || number[close] != '〕')
                why.Add("年份用六角括号〔〕");
            if (year.Length != 4)
                why.Add("年份写四位数字");
            if (rest[0] == '第')
                why.Add("序号前不加“第”");
            if (rest.TrimStart("第 ")[0] == '0')
                why.Add("序号不编虚位");
            if (why.Count > 0)
            {
                slips.Add(new Slip(
                    match.Index, match.Index + match.Length, ProofreadingKinds.DocumentNumber, $"“〔{year}〕{serial}号”", $"{string.Join("，", why)}（GB/T 9704-2012）"));
            }
        }
    }

    [GeneratedRegex(@"(?<=[\u4E00-\u9FFF])[\[［【(（〔〖][0-9]{2,4}[\]］】)）〕〗]第?[0-9]{1,5}号(?![楼院门线])", RegexOptions.CultureInvariant)]
    private static partial Regex Number();
}
