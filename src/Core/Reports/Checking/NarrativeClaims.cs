using System.Buffers;
using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

namespace Lianxin.Core.Reports.Checking;

/// <summary>A number that the running text gives for a figure of the tables.</summary>
/// <param name="Figure">Key as in <c>narrative_figures</c>.</param>
/// <param name="Quote">The words in which it stands.</param>
internal sealed record NarrativeClaim(string Figure, decimal Value, string Quote);

/// <summary>
/// Finds numbers in the running text that can only mean a figure of the tables. Estimates (约, 余), other years, months, single channels,
/// single applicants and other bodies are passed over: a number about a part would be a false alarm.
/// </summary>
internal static partial class NarrativeClaims
{
    /// <summary>What runs on for longer is no sentence, and reading back from each of its numbers would take for ever.</summary>
    private const int SentenceCharacters = 1000;

    private static readonly char[] LineEnds = ['\n', '\r'];

    private static readonly char[] SentenceEnds = ['。', '！', '？', '；', ';'];

    private static readonly SearchValues<char> ClauseEnds = SearchValues.Create("，,：:（(）)");

    /// <summary>Days that bound the whole year, and words for the reporting body itself; neither makes a sentence speak of a part.</summary>
    private static readonly string[] Harmless =
        ["1月1日", "12月31日", "12月底", "1月至12月", "1-12月", "本部门", "我部门", "本单位", "我单位", "本局", "我局", "本村", "我委", "管委会",
            "涉及政府信息公开", "有关政府信息公开", "关于政府信息公开"];

    public static IReadOnlyList<NarrativeClaim> In(ReportDocument document)
    {
        var claims = new List<NarrativeClaim>();
        foreach (var paragraph in Plain(document.Narrative).Split(LineEnds, StringSplitOptions.RemoveEmptyEntries))
        {
            var isAboutApplications = false;
            foreach (var sentence in paragraph.Split(SentenceEnds, StringSplitOptions.RemoveEmptyEntries).Where(s => s.Length <= SentenceCharacters))
            {
                var isAboutDisclosure = AboutDisclosure().IsMatch(sentence);
                isAboutApplications |= isAboutDisclosure && sentence.Contains("申请", StringComparison.Ordinal);
                foreach (var phrase in NarrativePhrases.All.Where(p => p.IsAboutHandling ? isAboutApplications : isAboutDisclosure))
                    claims.AddRange(Found(document, sentence, phrase));
            }
        }

        return claims;
    }

    private static IEnumerable<NarrativeClaim> Found(ReportDocument document, string sentence, NarrativePhrase phrase)
    {
        foreach (Match match in phrase.Expression.Matches(sentence))
        {
            var value = match.Groups["n"].Success ? ChineseNumber.Read(match.Groups["n"].Value) : 0;
            if (value is { } number && !SpeaksOfAPart(document, sentence, match, phrase))
            {
                foreach (var figure in phrase.FiguresOf(match))
                    yield return new NarrativeClaim(figure, number, match.Value);
            }
        }
    }

    private static bool SpeaksOfAPart(ReportDocument document, string sentence, Match match, NarrativePhrase phrase)
    {
        var before = sentence[..match.Index];
        foreach (Match year in Year().Matches(sentence))
        {
            var distance = int.Parse(year.Groups[1].ValueSpan, NumberStyles.None, CultureInfo.InvariantCulture) - document.Year;
            if (distance != 0 && !(phrase.IsCarry && Math.Abs(distance) == 1))
                return true;
        }

        // 予以公开71件（含部分公开38件）: the number means more than its words.
        if (phrase.IsAboutHandling && Including().IsMatch(sentence[(match.Index + match.Length)..]))
            return true;
        var rest = Harmless.Aggregate(before, (text, word) => text.Replace(word, "", StringComparison.Ordinal));
        var clause = rest[(rest.AsSpan().LastIndexOfAny(ClauseEnds) + 1)..];
        return PartOfSentence().IsMatch(rest)
            || PartOfClause().IsMatch(clause)
            || (phrase.IsOutcome ? Reason().IsMatch(rest) : clause.Contains("其中", StringComparison.Ordinal))
            || (rest.Contains("累计", StringComparison.Ordinal) && !WholeYear(document, sentence));
    }

    private static bool WholeYear(ReportDocument document, string sentence) =>
        sentence.Contains($"{document.Year}年", StringComparison.Ordinal)
        || sentence.Contains("全年", StringComparison.Ordinal)
        || sentence.Contains("本年", StringComparison.Ordinal);

    /// <summary>Without blanks, and with ordinary digits.</summary>
    private static string Plain(string text)
    {
        var plain = new StringBuilder(text.Length);
        foreach (var sign in text)
        {
            if (sign is >= '０' and <= '９')
                plain.Append((char)(sign - '０' + '0'));
            else if (sign is not (' ' or '\t' or '\u3000' or '\u00A0'))
                plain.Append(sign);
        }

        return plain.ToString();
    }

    [GeneratedRegex("信息公开|依申请|政府信息|规范性文件|公开申请")]
    private static partial Regex AboutDisclosure();

    [GeneratedRegex("(?<![0-9])([0-9]{4})年")]
    private static partial Regex Year();

    [GeneratedRegex("上半年|下半年|季度|同期|历年|以来|近年|近[0-9一二两三四五]+年|去年|往年|上年(?!度?结转)|上一年(?!度?结转)"
        + "|[0-9]月|[一二三四五六七八九十]月|截至|截止"
        + "|自然人|个人|企业|法人|热线|留言|信箱|咨询|提案|建议|议案(?!件)|信访|计划|预计|目标|假如|例如|上级|国家|全国|全省|全市")]
    private static partial Regex PartOfSentence();

    [GeneratedRegex("办公室|办公厅|通过|网络|网上|网站|平台|信函|来信|邮寄|当面|现场|窗口|邮件|邮箱|传真|电子|书面"
        + "|部门|单位|所属|下属|下级|各镇|各乡|村|局|所|站|中心|协助|指导|涉及|关于|有关|维持|纠正|撤销|驳回|尚未|审结")]
    private static partial Regex PartOfClause();

    [GeneratedRegex("^[（(，,]?(?:其中)?(?:包含|包括|含)")]
    private static partial Regex Including();

    [GeneratedRegex("因|属于|由于|涉|危及|保护")]
    private static partial Regex Reason();
}
