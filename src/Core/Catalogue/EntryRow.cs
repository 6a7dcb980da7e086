namespace Lianxin.Core.Catalogue;

/// <summary>Turns one row of the catalogue file into an entry; the row's problems are kept by its <see cref="RowReading"/>.</summary>
internal static class EntryRow
{
    public static readonly string[] Columns =
    [
        "version", "code", "category_code", "category", "category_en", "title", "title_en", "regime", "approval", "audience",
        "cadence", "due_rules", "remark", "offices", "desk", "channels", "musts", "statistic_class", "required_elements", "basis",
        "personal_data", "mask_profile", "notice_period", "report_hook",
    ];

    public static CatalogueEntry Read(RowReading row, IReadOnlyList<Office> offices)
    {
        var entry = new CatalogueEntry
        {
            Code = ReadCode(row),
            CategoryCode = row.Required("category_code"),
            Title = row.Required("title"),
            EnglishTitle = row.Text("title_en"),
            Regime = row.Word("regime", CatalogueWords.Regimes),
            Approval = row.Word("approval", CatalogueWords.Approvals),
            Audience = row.Word("audience", CatalogueWords.Audiences),
            Cadence = row.Word("cadence", CatalogueWords.Cadences),
            DueRules = ReadDueRules(row),
            Remark = row.Optional("remark"),
            Offices = ReadOffices(row, offices),
            Desk = row.Optional("desk"),
            Channels = row.Words("channels", CatalogueWords.Channels),
            Musts = row.Words("musts", CatalogueWords.Musts),
            StatisticClass = row.Word("statistic_class", CatalogueWords.StatisticClasses),
            RequiredElements = ReadElements(row),
            Basis = row.Required("basis"),
            PersonalData = row.Word("personal_data", CatalogueWords.PersonalData),
            MaskProfile = row.Word("mask_profile", CatalogueWords.MaskProfiles),
            NoticePeriod = ReadNoticePeriod(row),
            ReportHook = row.Optional("report_hook"),
        };
        if (row.Sound)
            CheckWhole(row, entry);
        return entry;
    }

    private static string ReadCode(RowReading row)
    {
        var code = row.Required("code");
        var category = row.Text("category_code");
        if (code.Length != 5 || code[2] != '-' || !code.Where((_, i) => i != 2).All(char.IsAsciiDigit))
            row.Report("code", $"事项代码“{code}”应如 11-01");
        else if (!code.StartsWith(category + "-", StringComparison.Ordinal))
            row.Report("category_code", $"类别“{category}”与事项代码“{code}”不符");
        return code;
    }

    private static List<DueRule> ReadDueRules(RowReading row)
    {
        var rules = new List<DueRule>();
        foreach (var part in row.Parts("due_rules"))
        {
            if (DueRuleNotation.Parse(part, out var reason) is { } rule)
                rules.Add(rule);
            else
                row.Report("due_rules", reason);
        }

        return rules;
    }

    private static List<string> ReadOffices(RowReading row, IReadOnlyList<Office> offices)
    {
        var parts = row.Parts("offices");
        var known = offices.Select(o => o.Code).ToHashSet(StringComparer.Ordinal);
        var named = parts.Where(p => !string.Equals(p, CatalogueFile.EveryVillage, StringComparison.Ordinal)).ToList();
        foreach (var unknown in named.Where(n => !known.Contains(n)))
            row.Report("offices", $"站所代码“{unknown}”不在站所表中");
        if (named.Count > 0 && named.Count < parts.Count)
            named.AddRange(offices.Where(o => o.IsVillage).Select(o => o.Code).Except(named, StringComparer.Ordinal));
        return named;
    }

    private static List<RequiredElement> ReadElements(RowReading row)
    {
        var elements = new List<RequiredElement>();
        foreach (var part in row.Parts("required_elements"))
        {
            var fields = part.Split('|', StringSplitOptions.TrimEntries);
            if (fields.Length != 3 || fields[0].Length == 0 || !IsKey(fields[1]))
                row.Report("required_elements", $"要素“{part}”应写作 名称|key|类型，key 用小写字母、数字和下划线");
            else if (!CatalogueWords.ElementTypes.TryParse(fields[2], out var type))
                row.Report("required_elements", CatalogueWords.ElementTypes.Refuse(fields[2]));
            else if (elements.Any(e => string.Equals(e.Key, fields[1], StringComparison.Ordinal)))
                row.Report("required_elements", $"要素 key “{fields[1]}”重复");
            else
                elements.Add(new RequiredElement(fields[1], fields[0], type));
        }

        return elements;
    }

    private static bool IsKey(string key) =>
        key.Length > 0 && char.IsAsciiLetterLower(key[0]) && key.All(c => char.IsAsciiLetterLower(c) || char.IsAsciiDigit(c) || c == '_');

    private static string? ReadNoticePeriod(RowReading row)
    {
        var text = row.Optional("notice_period");
        if (text is not null && DueRuleNotation.Parse($"formed+{text}|-", out _) is null)
            row.Report("notice_period", $"公示期“{text}”应如 7wd（工作日）或 30d（日）");
        return text;
    }

    private static void CheckWhole(RowReading row, CatalogueEntry entry)
    {
        if (!entry.IsPeriodic && entry.DueRules.Any(r => r.Base != DueBase.Formed))
            row.Report("due_rules", "不定期公开的事项没有期末，期限只能从信息形成之日起算");
        if (entry.Audience == Audience.PartyOnly && entry.Channels.Any(c => !IsPartyInternal(c)))
            row.Report("channels", "仅限党内公开的事项只能使用 party-internal 渠道");
        if (entry.Audience == Audience.PartyFirst && !entry.Channels.Any(IsPartyInternal))
            row.Report("channels", "先党内、后党外的事项应有 party-internal 渠道");
    }

    private static bool IsPartyInternal(string channel) => string.Equals(channel, "party-internal", StringComparison.Ordinal);
}
