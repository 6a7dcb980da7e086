using System.Buffers;

namespace Lianxin.Core.Privacy;

/// <summary>
/// Finds e-mail addresses 电子邮箱. Those of the government's own domain, and those that the words before them give to an office, are
/// no personal data.
/// </summary>
internal static class EmailDetector
{
    public const string Rule = "电子邮箱；《个人信息保护法》第二十五条。办公邮箱请写明“办公邮箱”";
    private const int LongestName = 64;
    private const int LongestDomain = 100;
    private const int WordDistance = 24;
    private static readonly SearchValues<char> NameCharacters = SearchValues.Create("0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz._%+-");
    private static readonly SearchValues<char> DomainCharacters = SearchValues.Create("0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz.-");

    private static readonly SearchValues<string> Offices = SearchValues.Create(
        ["办公", "公务", "单位", "政府", "监督", "举报", "投诉", "咨询", "报名", "受理", "来信", "信箱", "公开", "窗口", "政务", "征集", "意见反馈", "服务中心", "镇长", "书记", "公司", "站", "所邮箱", "局", "公共邮箱"],
        StringComparison.Ordinal);

    public static void Find(ScannedText scan, ScanProfile profile)
    {
        if (profile.OfficeContacts)
            return;
        var text = scan.Text;
        for (var at = 0; at < text.Length; at++)
        {
            var next = text.Characters[at..].IndexOf('@');
            if (next < 0)
                return;
            at += next;
            var name = text.Characters[Math.Max(0, at - LongestName)..at];
            var start = at - (name.Length - (name.LastIndexOfAnyExcept(NameCharacters) + 1));
            var domain = text.Characters[(at + 1)..Math.Min(text.Length, at + 1 + LongestDomain)];
            var length = domain.IndexOfAnyExcept(DomainCharacters);
            domain = (length < 0 ? domain : domain[..length]).TrimEnd(".-");
            if (start == at || !IsDomain(domain) || IsOffice(text, start, domain))
                continue;
            scan.Add(new Hit(PersonalDataKinds.Email, start, at + 1 + domain.Length, Rule));
        }
    }

    private static bool IsDomain(ReadOnlySpan<char> domain)
    {
        var dot = domain.LastIndexOf('.');
        return dot > 0 && domain.Length - dot > 2 && !domain[(dot + 1)..].ContainsAnyExcept(DomainCharacters) && char.IsAsciiLetter(domain[^1]);
    }

    private static bool IsOffice(NormalisedText text, int start, ReadOnlySpan<char> domain)
    {
        if (domain.EndsWith("gov.cn", StringComparison.OrdinalIgnoreCase))
            return true;
        var before = text.Characters[Math.Max(0, start - WordDistance)..start];
        return before[(before.LastIndexOfAny('\n', '。', '\t') + 1)..].ContainsAny(Offices);
    }
}
