namespace Lianxin.Core.Proofreading;

/// <summary>Classes of characters that several rules ask for.</summary>
internal static class Letters
{
    public static bool IsHan(char c) => c is (>= '\u4E00' and <= '\u9FFF') or (>= '\u3400' and <= '\u4DBF');

    /// <summary>Chinese numerals: what stands twice among them is a number and no slip.</summary>
    public static bool IsNumeral(char c) => c is '〇' or '○' or '零' or '一' or '二' or '三' or '四' or '五' or '六' or '七' or '八' or '九' or '十' or '百' or '千' or '万' or '亿' or '两' or '几';

    public static char At(ReadOnlySpan<char> text, int index) => index >= 0 && index < text.Length ? text[index] : '\n';
}
