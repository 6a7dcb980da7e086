using System.Buffers;

namespace Lianxin.Core.Privacy;

/// <summary>
/// Finds household addresses 家庭住址 below the village (privacy-and-quality §3: on the web down to the township): a house number behind
/// a word for where somebody lives, a stair and room, a house number behind village and group. Addresses of offices have none of these.
/// </summary>
internal static class AddressDetector
{
    public const string Rule = "家庭住址（含门牌、楼栋或室号）；《民法典》第一千零三十四条。网上公开只写到乡镇";
    private const int Longest = 40;
    private const int VillageDistance = 14;
    private static readonly SearchValues<char> Delimiters = SearchValues.Create("\n\r\t|,;。；、()《》\"");

    private static readonly WordList Homes =
        new("家庭住址", "家庭地址", "现住址", "居住地址", "户籍地址", "户籍所在地", "户口所在地", "住址", "家住", "现住", "居住地", "常住地", "居住于", "居住在", "家在");

    private static readonly SearchValues<string> Anchors = SearchValues.Create(["单元", "组", "社", "队"], StringComparison.Ordinal);

    private static readonly SearchValues<string> Offices = SearchValues.Create(
        ["办公", "政府", "委员会", "村委会", "活动室", "卫生室", "卫生院", "服务中心", "派出所", "学校", "公司", "营业", "网点", "大厅", "注册地", "经营场所"], StringComparison.Ordinal);

    public static void Find(ScannedText scan, ScanProfile profile)
    {
        if (profile.OfficeContacts)
            return;
        AfterWords(scan);
        ByShape(scan);
    }

    private static void AfterWords(ScannedText scan)
    {
        var text = scan.Text;
        for (var (at, length) = Homes.Next(text, 0); at >= 0; (at, length) = Homes.Next(text, at + length))
        {
            var start = at + length;
            while (text.At(start) is ':' or ' ' or '是' or '为' or '在' && start < text.Length)
                start++;
            var end = StretchEnd(text, start);
            if (HouseNumber.LastEnd(text, start, end) is { } last)
                scan.Add(new Hit(PersonalDataKinds.Address, start, last, Rule));
        }
    }

    private static void ByShape(ScannedText scan)
    {
        var text = scan.Text;
        for (var at = 0; at < text.Length; at++)
        {
            var next = text.Characters[at..].IndexOfAny(Anchors);
            if (next < 0)
                return;
            at += next;
            if (!HouseNumber.IsNumeral(text.At(at - 1)))
                continue;
            var stair = text[at] == '单';
            var number = at + (stair ? 2 : 1);
            var end = number;
            while (HouseNumber.IsNumeral(text.At(end)) && end - number < 6)
                end++;
            if (end == number || !(stair ? IsRoom(text, at, ref end) : IsHouse(text, at, ref end)))
                continue;
            var start = StretchStart(text, at);
            if (!text.Characters[Math.Max(0, start - 12)..at].ContainsAny(Offices))
                scan.Add(new Hit(PersonalDataKinds.Address, start, end, Rule));
        }
    }

    private static bool IsRoom(NormalisedText text, int unit, ref int end)
    {
        if (text.At(end) is '室' or '号' or '户')
            end++;
        return text.Characters[Math.Max(0, unit - 8)..unit].IndexOfAny('楼', '栋', '幢') >= 0 || text.At(end - 1) is '室' or '户';
    }

    private static bool IsHouse(NormalisedText text, int group, ref int end)
    {
        if (text.At(end) != '号' || !HouseNumber.IsEnd(text, end + 1))
            return false;
        end++;
        return text.Characters[Math.Max(0, group - VillageDistance)..group].IndexOfAny('村', '乡', '镇') >= 0;
    }

    private static int StretchStart(NormalisedText text, int from)
    {
        var first = Math.Max(0, from - Longest / 2);
        var delimiter = text.Characters[first..from].LastIndexOfAny(Delimiters);
        var start = delimiter < 0 ? first : first + delimiter + 1;
        var colon = text.Characters[start..from].LastIndexOfAny(':', ' ');
        return colon < 0 ? start : start + colon + 1;
    }

    private static int StretchEnd(NormalisedText text, int start)
    {
        if (start >= text.Length)
            return text.Length;
        var stretch = text.Characters[start..Math.Min(text.Length, start + Longest)];
        var delimiter = stretch.IndexOfAny(Delimiters);
        return start + (delimiter < 0 ? stretch.Length : delimiter);
    }
}
