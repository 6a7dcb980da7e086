using System.Buffers;

namespace Lianxin.Core.Privacy;

/// <summary>
/// Finds vehicle plates 车辆号牌: a province, a letter, five or six letters and digits of which two at least are digits (I and O are
/// not used). Police plates are an office's.
/// </summary>
internal static class PlateDetector
{
    public const string Rule = "车辆号牌；《个人信息保护法》第二十五条。确需公布的，请遮盖为“宁A***12”的样式";
    private const string Endings = "挂学港澳";
    private static readonly SearchValues<char> Provinces = SearchValues.Create("京津沪渝冀豫云辽黑湘皖鲁新苏浙赣鄂桂甘晋蒙陕吉闽贵粤青藏川宁琼");

    public static void Find(ScannedText scan)
    {
        var text = scan.Text;
        for (var at = 0; at < text.Length; at++)
        {
            var next = text.Characters[at..].IndexOfAny(Provinces);
            if (next < 0)
                return;
            at += next;
            if (char.IsAsciiLetter(text.At(at + 1)) && EndOf(text, at) is { } end)
                scan.Add(new Hit(PersonalDataKinds.Plate, at, end, Rule));
        }
    }

    private static int? EndOf(NormalisedText text, int province)
    {
        var start = province + 2;
        if (text.At(start) is '·' or '•' or '・' or ' ' or '-' or '.')
            start++;
        var (end, digits) = (start, 0);
        while (end - start < 7 && char.IsAsciiLetterOrDigit(text.At(end)) && text.At(end) is not ('I' or 'O' or 'i' or 'o'))
        {
            digits += char.IsAsciiDigit(text.At(end)) ? 1 : 0;
            end++;
        }

        var length = end - start;
        var ending = Endings.Contains(text.At(end), StringComparison.Ordinal);
        if (digits < 2 || char.IsAsciiLetterOrDigit(text.At(end)))
            return null;
        return length is 5 or 6 ? end : length == 4 && ending ? end + 1 : null;
    }
}
