using System.Buffers;

namespace Lianxin.Core.Privacy;

/// <summary>
/// Finds numbers of passports 护照: E or G and eight digits, E, a letter and seven digits; near the word also those of travel permits.
/// A number of that shape that something else claims (a date, the number of a document or a model) is none.
/// </summary>
internal static class PassportDetector
{
    public const string Rule = "护照或通行证号码；《个人信息保护法》第二十五条";
    private const int WordDistance = 14;
    private static readonly SearchValues<string> Words = SearchValues.Create(["护照", "通行证", "旅行证"], StringComparison.Ordinal);

    private static readonly SearchValues<string> OtherNumbers = SearchValues.Create(
        ["编号", "型号", "批号", "文号", "国道", "高速", "车次", "列车", "规格", "货号", "合同", "标准", "备案", "许可证"], StringComparison.Ordinal);

    public static void Find(ScannedText scan)
    {
        foreach (ref readonly var group in scan.Groups)
        {
            var letters = group.Start - group.TokenStart;
            if (letters is < 1 or > 2 || group.Length is < 7 or > 10 || !group.EndsFirstInToken)
                continue;
            var before = scan.Text.Characters[Math.Max(0, group.TokenStart - WordDistance)..group.TokenStart];
            var named = before.ContainsAny(Words);
            if (named ? IsPermit(scan, group, letters) : IsPassport(scan, group, letters) && !IsSomethingElse(scan, group, before))
                scan.Add(new Hit(PersonalDataKinds.Passport, group.TokenStart, group.End, Rule));
        }
    }

    private static bool IsPassport(ScannedText scan, DigitGroup group, int letters) =>
        letters == 1
            ? group.Length == 8 && scan.Text[group.TokenStart] is 'E' or 'e' or 'G' or 'g'
            : group.Length == 7 && scan.Text[group.TokenStart] == 'E' && char.IsAsciiLetterUpper(scan.Text[group.TokenStart + 1]);

    private static bool IsPermit(ScannedText scan, DigitGroup group, int letters) =>
        IsPassport(scan, group, letters) || (group.Length >= 8 && char.ToUpperInvariant(scan.Text[group.TokenStart]) is 'C' or 'D' or 'G' or 'H' or 'K' or 'M' or 'P' or 'S' or 'T' or 'W');

    private static bool IsSomethingElse(ScannedText scan, DigitGroup group, ReadOnlySpan<char> before) =>
        before.ContainsAny(OtherNumbers)
        || (group.Length == 8 && ResidentId.StartsLikeSerialNumber(scan.Digits(group)))
        || scan.Text.At(group.TokenStart - 1) is '-' or '/' or '_' or '.'
        || scan.Text.At(group.End) is '-' or '/' or '_' or '.';
}
