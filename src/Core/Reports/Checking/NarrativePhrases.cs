using System.Text.RegularExpressions;

namespace Lianxin.Core.Reports.Checking;

/// <summary>One way in which reports state a figure. The number is the group <c>n</c>; without one the phrase says that there was none.</summary>
/// <param name="Figure">Key as in <c>narrative_figures</c>.</param>
/// <param name="Also">A second figure of which the same is said when the group <c>also</c> matched; else null.</param>
internal sealed record NarrativePhrase(string Figure, Regex Expression, string? Also = null)
{
    /// <summary>Carried applications name the neighbouring year.</summary>
    public bool IsCarry => Figure is "carried_over" or "carried_forward";

    /// <summary>Speaks of what became of applications; that they are meant may be said earlier in the paragraph.</summary>
    public bool IsAboutHandling => IsOutcome || IsCarry || Figure is "answered_in_text" or "granted_and_partly";

    public bool IsOutcome => NarrativePhrases.Outcomes.Values.Contains(Figure);

    public IEnumerable<string> FiguresOf(Match match) => Also is not null && match.Groups["also"].Success ? [Figure, Also] : [Figure];
}

/// <summary>The phrases of running text that name a figure of the tables beyond doubt: verb, matter and number stand next to each other.</summary>
internal static class NarrativePhrases
{
    /// <summary>Headings of the outcome groups and their keys.</summary>
    public static readonly IReadOnlyDictionary<string, string> Outcomes = new Dictionary<string, string>(StringComparer.Ordinal)
    {
        ["予以公开"] = "granted",
        ["部分公开"] = "partly_granted",
        ["不予公开"] = "refused",
        ["无法提供"] = "cannot_provide",
        ["不予处理"] = "not_processed",
        ["其他处理"] = "other_outcome",
    };

    private const string Unit = "(?:件|宗|份|例|起|条|项|个|次|人次)(?!左右|以上|以下|以内|多|余)";

    private const string Number = "(?<n>[0-9]{1,9}(?:,[0-9]{3}){0,2}|[零〇一二两三四五六七八九十百千万]{1,9})" + Unit;

    private const string Filler = "(?:数量|总数|总量|件数|共计|总计|合计|共有|共|总|为|了|有|是|:|：){0,3}";

    private const string OutcomeNames = "(?:予以公开|部分公开|不予公开|无法提供|不予处理|其他处理)";

    private const string Together = "(?:、|，|和|及|与|或|以及)";

    private const string Disclosure = "(?:政府信息公开|信息公开|政府信息|依申请公开|公开)";

    private const string Application = "(?:" + Disclosure + "{0,3}的?申请(?:件|书|事项|表)?|依申请公开(?:政府信息|信息)?)";

    private const string By = "(?:公众|社会公众|群众|公民、法人(?:和|或者|或|及)其他组织|申请人|各类)?(?:提出|提交|递交)?的?";

    private const string Received = "(?:收到并受理|收到|受理|接到|接收)(?:了|到)?";

    private const string New = "(?:新收到|新收|新增|新受理)";

    private const string NextYear = "(?:下年度?|下一年度?|次年|明年|[0-9]{4}年度?)";

    private const string Start = "(?<=^|[，。；、：,;:（(）)“”]|其中|决定|作出|做出|共|已|全部|均|按时|按期|依法|及时|并|全年)";

    private const string None =
        "(?<!有)(?:未发生|没有发生|未出现|没有出现|未产生|未收到|没有收到|未接到|未受理|没有|无)";

    private const string Because =
        "(?:因|涉及|关于|有关|针对)?" + Disclosure + "{0,2}(?:工作|事项|申请|答复)?而?(?:引起|引发|产生|导致|提起)?的?(?:被申请|被提起|提起)?";

    private const string End = "(?:的)?(?:案件|申请|事项|情况|事件|情形)?(?=[，。；！、,;]|$)";

    public static IReadOnlyList<NarrativePhrase> All { get; } =
    [
        Phrase("applications_received", $"(?<!新){Received}{By}{Filler}{Application}{Filler}{Number}"),
        Phrase("applications_received", $"(?<!新){Received}{By}{Filler}{Number}的?{Disclosure}{{1,3}}的?申请"),
        Phrase("new_received", $"{New}{By}{Filler}{Application}{Filler}{Number}"),
        Phrase("new_received", $"{New}{By}{Filler}{Number}的?{Disclosure}{{1,3}}的?申请"),
        Phrase("applications_received", $"(?:未|没有|无)(?:收到|受理|接到|接收)(?:过|任何)?{By}{Application}(?:的情况)?(?=[，。；！,;]|$)"),
        Phrase("carried_over", $"(?:上年度?|上一年度?|去年|往年|[0-9]{{4}}年度?)结转(?:的|至本年|到本年)?{Disclosure}?的?(?:申请)?{Filler}{Number}"),
        Phrase("carried_forward", $"结转(?:至|到|入)?{NextYear}(?:继续)?(?:办理|处理|答复)?的?{Disclosure}?的?(?:申请)?{Filler}{Number}"),
        Phrase("carried_forward", $"(?<=^|[，。；、,;（(]|其余|剩余|另有|尚有|还有){Number}(?:申请)?结转(?:至|到|入)?{NextYear}"),
        Phrase("answered_in_text", $"{Start}(?:办结|办理完毕|答复){Filler}(?:{Application})?{Filler}{Number}"),
        .. Outcomes.SelectMany(o => new[]
        {
            Phrase(o.Value, $"{Start}(?<!{OutcomeNames}{Together}){o.Key}”?的?(?:申请)?{Filler}{Number}"),
            Phrase(o.Value, $"(?<=^|[，。；、,;（(：:]|其中|作出){Number}(?:申请)?(?:已|决定)?{o.Key}(?=[，,）)]|$|、[0-9零一二三四五六七八九十])"),
        }),
        Phrase("granted_and_partly", $"{Start}予以公开{Together}部分公开的?(?:申请)?{Filler}{Number}"),
        Phrase("review_total", $"行政复议(?:案件|申请|案)?{Filler}{Number}"),
        Phrase("litigation_total", $"(?<!行政复议(?:案件)?{Together})行政诉讼(?:案件|案)?{Filler}{Number}"),
        Phrase("review_and_litigation_total", $"行政复议(?:案件)?{Together}行政诉讼(?:案件|案)?{Filler}{Number}"),
        Phrase("review_total", $"{None}{Because}行政复议(?:案件)?(?<also>{Together}(?:被提起|提起)?行政诉讼)?{End}", "litigation_total"),
        Phrase("litigation_total", $"{None}{Because}行政诉讼{End}"),
        Phrase("normative_made", $"(?:制发|制定出台|制定|新制定|新制发)(?:了)?(?:行政)?规范性文件{Filler}{Number}"),
        Phrase("normative_in_force", $"现行有效的?(?:行政)?规范性文件{Filler}{Number}"),
        Phrase("normative_repealed", $"(?<!拟|建议|应)废止(?:的|了)?(?:行政)?规范性文件{Filler}{Number}"),
    ];

    private static NarrativePhrase Phrase(string figure, string expression, string? also = null) =>
        new(figure, new Regex(expression, RegexOptions.CultureInvariant), also);
}
