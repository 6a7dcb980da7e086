using System.Buffers;

namespace Lianxin.Core.Privacy;

/// <summary>Finds fixed lines that the text calls a home's. Every other fixed line, 400 and 12345 are an office's.</summary>
internal static class HomePhoneDetector
{
    public const string Rule = "家庭固定电话；《个人信息保护法》第二十五条。确需公布联系方式的，请使用办公电话";
    private const int WordDistance = 10;

    private static readonly SearchValues<string> Words = SearchValues.Create(
        ["家庭电话", "住宅电话", "宅电", "家里电话", "家中电话", "本人电话", "个人电话", "私人电话", "户主电话", "家长电话"], StringComparison.Ordinal);

    public static void Find(ScannedText scan)
    {
        var groups = scan.Groups;
        for (var i = 0; i < groups.Length; i++)
        {
            var last = i + 1 < groups.Length && groups[i].Length is 3 or 4 && groups[i + 1].Link != '\0' && groups[i + 1].Length is 7 or 8 ? i + 1 : i;
            var digits = groups[last].End - groups[i].Start;
            if (scan.Text[groups[i].Start] is '0' or (>= '2' and <= '8') && digits is >= 7 and <= 13
                && scan.Text.Characters[Math.Max(0, groups[i].Start - WordDistance)..groups[i].Start].ContainsAny(Words))
            {
                scan.Add(new Hit(PersonalDataKinds.Mobile, groups[i].Start, groups[last].End, Rule));
            }

            i = last;
        }
    }
}
