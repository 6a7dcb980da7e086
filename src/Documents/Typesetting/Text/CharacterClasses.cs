using System.Text;

namespace Lianxin.Documents.Typesetting.Text;

/// <summary>Sorts characters into <see cref="CharacterKind"/>s.</summary>
internal static class CharacterClasses
{
    private const string OpenMarks = "“‘「『（［【〔｛《〈〖";
    private const string CloseMarks = "、，。：；！？”’」』）］】〕｝》〉〗．";
    private const string MiddleMarks = "·–～〜‧・／";
    private const string ChineseNumerals = "〇○零一二三四五六七八九十百千万亿两";

    /// <summary>Signs that stay with the number before them.</summary>
    private const string NumberSuffixes = "%‰℃°％￠";

    /// <summary>Signs that stay with the number behind them.</summary>
    private const string NumberPrefixes = "¥￥$＄£￡€№§±+-−＋－";

    public static CharacterKind KindOf(int codePoint) => codePoint switch
    {
        ' ' or 0xA0 => CharacterKind.Space,
        0x2014 or 0x2026 or 0x2E3A or 0x2015 => CharacterKind.Leader,
        < 0x10000 when OpenMarks.Contains((char)codePoint, StringComparison.Ordinal) => CharacterKind.Open,
        < 0x10000 when CloseMarks.Contains((char)codePoint, StringComparison.Ordinal) => CharacterKind.Close,
        < 0x10000 when MiddleMarks.Contains((char)codePoint, StringComparison.Ordinal) => CharacterKind.Middle,
        0xD7 or 0xF7 => CharacterKind.Western,
        < 0x0590 or (>= 0x1E00 and < 0x2000) => CharacterKind.Western,
        _ => CharacterKind.Han,
    };

    /// <summary>Never at the start of a line.</summary>
    public static bool IsStartForbidden(int codePoint) =>
        KindOf(codePoint) is CharacterKind.Close or CharacterKind.Middle || (codePoint < 0x10000 && NumberSuffixes.Contains((char)codePoint, StringComparison.Ordinal));

    /// <summary>Never at the end of a line.</summary>
    public static bool IsEndForbidden(int codePoint) =>
        KindOf(codePoint) is CharacterKind.Open || codePoint is '￥' or '＄' or '￡' or '№';

    public static bool IsDigit(int codePoint) => codePoint is (>= '0' and <= '9') or (>= '０' and <= '９');

    public static bool IsChineseNumeral(int codePoint) =>
        codePoint < 0x10000 && ChineseNumerals.Contains((char)codePoint, StringComparison.Ordinal);

    public static bool IsNumberPrefix(int codePoint) =>
        codePoint < 0x10000 && NumberPrefixes.Contains((char)codePoint, StringComparison.Ordinal);

    /// <summary>Letters and digits, as opposed to the marks of Western text.</summary>
    public static bool IsWordCharacter(int codePoint) => Rune.IsLetterOrDigit(new Rune(codePoint));

    /// <summary>Joiners, selectors and other characters without a shape of their own.</summary>
    public static bool IsIgnorable(int codePoint) => codePoint switch
    {
        0xAD or 0x34F or 0x61C or 0xFEFF => true,
        >= 0x200B and <= 0x200F => true,
        >= 0x202A and <= 0x202E => true,
        >= 0x2060 and <= 0x206F => true,
        >= 0xFE00 and <= 0xFE0F => true,
        >= 0xE0000 and <= 0xE0FFF => true,
        < 0x20 or (>= 0x7F and < 0xA0) => true,
        // Noncharacters.
        _ => (codePoint & 0xFFFE) == 0xFFFE,
    };
}
