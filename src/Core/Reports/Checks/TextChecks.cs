namespace Lianxin.Core.Reports.Checks;

/// <summary>Typed and generated text: nothing missing, nothing unknown, no number that the register contradicts.</summary>
internal static class TextChecks
{
    public static IEnumerable<ReportFinding> Run(ReportFigures figures, ReportNarrative? narrative)
    {
        var format = figures.Scope.Format;
        var words = new ReportWords(figures, narrative, "");
        foreach (var (where, text) in format.Title.Append(format.Issuer).Append(format.Subject).Select(t => ("标题和署名", t))
            .Concat(format.Parts.Select(p => (Heading(format, p), p.Text + string.Concat(p.Draft.Select(d => d.Text))))))
        {
            foreach (var finding in Unknown(words, where, text))
                yield return finding;
        }

        foreach (var part in format.Parts.Where(p => p.Kind == PartKind.Narrative))
        {
            var where = Heading(format, part);
            var text = narrative?.Sections.GetValueOrDefault(part.Section) ?? "";
            if (string.IsNullOrWhiteSpace(text))
            {
                if (ReportDrafting.Text(part, figures).Length > 0)
                    yield return new(ReportRules.SectionDrafted, FindingSeverity.Warning, where, "经人审定的文字", "系统草拟", $"“{where}”没有填写，用的是系统根据登记数据草拟的文字（{part.Section}）。");
                else if (part.IsRequiredSection)
                    yield return new(ReportRules.SectionMissing, FindingSeverity.Error, where, "文字", "空白", $"“{where}”没有文字（{part.Section}）。");
                continue;
            }

            foreach (var word in part.Must.Where(m => !text.Contains(m, StringComparison.Ordinal)))
                yield return new(ReportRules.AspectMissing, FindingSeverity.Warning, where, word, "无", $"“{where}”没有写到{word}情况（{part.Section}）。");
            foreach (var finding in Unknown(words, where, text).Concat(TypedNumbers.Run(figures, where, text)))
                yield return finding;
        }
    }

    /// <summary>The nearest heading above a part, which is how a reader finds it.</summary>
    private static string Heading(ReportFormat format, FormatPart part)
    {
        var above = "开头";
        foreach (var each in format.Parts)
        {
            if (each.Kind == PartKind.Heading)
                above = each.Text;
            if (ReferenceEquals(each, part))
                break;
        }

        return above;
    }

    private static IEnumerable<ReportFinding> Unknown(ReportWords words, string where, string text) =>
        Placeholders.In(text).Distinct(StringComparer.Ordinal).Where(k => words.Find(k) is null).Select(key =>
            new ReportFinding(ReportRules.UnknownPlaceholder, FindingSeverity.Error, where, "本报告已有的数字", $"{{{key}}}",
                $"“{where}”引用了不存在的数字{{{key}}}。"));
}
