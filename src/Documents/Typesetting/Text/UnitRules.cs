namespace Lianxin.Documents.Typesetting.Text;

/// <summary>What belongs together in a line although no rule for line starts or ends says so: a number and its unit, <c>第711号</c>, <c>〔2021〕30号</c>.</summary>
internal static class UnitRules
{
    private const string SingleUnits = "年月日时分秒号条件项人户次个位元角家份篇页部起宗名万亿千百十种类处所村镇岁级期届卷册章节款度米克吨亩里周天场倍";
    private static readonly string[] LongUnits =
        ["个工作日", "个百分点", "平方公里", "平方米", "立方米", "工作日", "万元", "亿元", "万人", "万户", "公里", "公顷", "千克", "小时", "分钟", "个月", "人次", "万件", "万条"];

    /// <summary>Lowers breaks inside units to <see cref="BreakKind.LastResort"/>; <paramref name="breaks"/>[i] is the place after atom i.</summary>
    public static void Apply(ReadOnlySpan<Atom> atoms, Span<BreakKind> breaks)
    {
        for (var i = 0; i + 1 < atoms.Length; i++)
        {
            var here = atoms[i].CodePoint;
            var next = atoms[i + 1].CodePoint;
            if (EndsNumber(atoms, i)) JoinUnit(atoms, breaks, i);
            else if (CharacterClasses.IsChineseNumeral(here) && (CharacterClasses.IsChineseNumeral(next) || next == '年')) Join(breaks, i);
            if (!CharacterClasses.IsDigit(next)) continue;
            // 〔2021〕30号: the year in brackets stays with the number of the paper.
            if (here is '〕' || CharacterClasses.IsNumberPrefix(here)) Join(breaks, i);
            if (here is '第' or '约' && breaks[i] == BreakKind.Free) breaks[i] = BreakKind.Reluctant;
        }
        // 2012—2014, 8:30—11:30: a single dash ties what stands on both its sides.
        for (var i = 1; i + 1 < atoms.Length; i++)
        {
            if (atoms[i].Kind != CharacterKind.Leader || atoms[i - 1].Kind == CharacterKind.Leader || atoms[i + 1].Kind == CharacterKind.Leader) continue;
            if (breaks[i - 1] == BreakKind.Free) breaks[i - 1] = BreakKind.Forbidden;
            if (CharacterClasses.IsDigit(atoms[i + 1].CodePoint)) Join(breaks, i);
        }
    }

    private static bool EndsNumber(ReadOnlySpan<Atom> atoms, int i) =>
        CharacterClasses.IsDigit(atoms[i].CodePoint) && !CharacterClasses.IsDigit(atoms[i + 1].CodePoint);

    private static void JoinUnit(ReadOnlySpan<Atom> atoms, Span<BreakKind> breaks, int digit)
    {
        var rest = atoms[(digit + 1)..];
        foreach (var unit in LongUnits)
        {
            if (!StartsWith(rest, unit)) continue;
            for (var k = 0; k < unit.Length; k++) Join(breaks, digit + k);
            return;
        }
        if (rest[0].CodePoint < 0x10000 && SingleUnits.Contains((char)rest[0].CodePoint, StringComparison.Ordinal)) Join(breaks, digit);
    }

    private static bool StartsWith(ReadOnlySpan<Atom> atoms, string unit)
    {
        if (atoms.Length < unit.Length) return false;
        for (var k = 0; k < unit.Length; k++)
        {
            if (atoms[k].CodePoint != unit[k]) return false;
        }
        return true;
    }

    private static void Join(Span<BreakKind> breaks, int after)
    {
        if (breaks[after] == BreakKind.Free) breaks[after] = BreakKind.LastResort;
    }
}
