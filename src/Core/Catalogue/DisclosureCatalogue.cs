namespace Lianxin.Core.Catalogue;

/// <summary>Regime of an entry (S6): government 政府信息, party 党务, village 村务. Each item has exactly one.</summary>
public enum Regime
{
    Government,
    Party,
    Village,
}

/// <summary>Who approves (api.md): <c>review</c>, the reviewer's acceptance; <c>group</c>, the leading group 领导小组.</summary>
public enum ApprovalPath
{
    Review,
    Group,
}

/// <summary>Who may see an item (api.md, the table of audiences).</summary>
public enum Audience
{
    Public,
    Village,
    PartyFirst,
    PartyOnly,
}

/// <summary>How often an entry must be published (S14).</summary>
public enum Cadence
{
    /// <summary>At once (随时公开).</summary>
    Immediate,

    /// <summary>Within 20 working days of forming (条例 Art. 26); written <c>20wd</c> in files and JSON.</summary>
    WithinTwentyWorkingDays,
    Monthly,
    Quarterly,
    Annual,
}

/// <summary>The four musts 四个必须 (S4): any yes forbids keeping an item back without a recorded exemption.</summary>
public enum Must
{
    /// <summary>与群众利益相关.</summary>
    Interest,

    /// <summary>涉及行政许可.</summary>
    Licensing,

    /// <summary>应该人人遵守.</summary>
    Compliance,

    /// <summary>需要社会监督.</summary>
    Supervision,
}

/// <summary>Type of a required element (要素); decides how a form asks and what is accepted.</summary>
public enum ElementType
{
    /// <summary>One line.</summary>
    Text,

    /// <summary>Several lines.</summary>
    LongText,
    Date,
    Month,
    Year,

    /// <summary>Yuan, up to two decimals, not negative.</summary>
    Money,

    /// <summary>A whole number, not negative.</summary>
    Count,
    Phone,
}

/// <summary>A required element (要素) of an entry.</summary>
public sealed record RequiredElement(string Key, string Label, ElementType Type);

/// <summary>One entry (公开事项) of the catalogue.</summary>
public sealed record CatalogueEntry
{
    public required string Code { get; init; }
    public required string CategoryCode { get; init; }
    public required string Title { get; init; }

    /// <summary>
    /// Codes of the offices that answer for it; empty means every village committee (各村委会). Where villages answer beside
    /// an office, the office comes first and every village's code follows.
    /// </summary>
    public required IReadOnlyList<string> Offices { get; init; }

    /// <summary>The desk inside the office that does the work (承办岗位), for example 组织; null where none is named.</summary>
    public string? Desk { get; init; }
    public required Regime Regime { get; init; }
    public required ApprovalPath Approval { get; init; }
    public required Audience Audience { get; init; }
    public required Cadence Cadence { get; init; }

    /// <summary>The due rules as parsed from the file, in its order.</summary>
    public required IReadOnlyList<DueRule> DueRules { get; init; }
    public required IReadOnlyList<string> Channels { get; init; }
    public required IReadOnlyList<Must> Musts { get; init; }

    /// <summary>统计类别: 概况类, 政策法规类, 工作动态类, 财政类 or 不计入 (S17).</summary>
    public required string StatisticClass { get; init; }
    public required IReadOnlyList<RequiredElement> RequiredElements { get; init; }

    /// <summary>公开依据: the legal basis, as printed.</summary>
    public required string Basis { get; init; }

    /// <summary>none, typical or sensitive.</summary>
    public required string PersonalData { get; init; }
    public required string MaskProfile { get; init; }

    /// <summary>Length of the notice period (公示期), for example <c>7wd</c>; null where none.</summary>
    public string? NoticePeriod { get; init; }

    /// <summary>Duties of the entry that no clock of its items measures, in Chinese; null where none.</summary>
    public string? Remark { get; init; }

    /// <summary>Cells of the statutory annual report that its items feed, for example <c>T2.licensing(decisions)</c>; null where none.</summary>
    public string? ReportHook { get; init; }

    public string EnglishTitle { get; init; } = "";

    /// <summary>Periodic entries need a period of the item: a month, a quarter or a year.</summary>
    public bool IsPeriodic => Cadence is Cadence.Monthly or Cadence.Quarterly or Cadence.Annual;

    /// <summary>True when the office may submit for this entry.</summary>
    public bool AnsweredBy(Office office)
    {
        ArgumentNullException.ThrowIfNull(office);
        return Offices.Count == 0 ? office.IsVillage : Offices.Contains(office.Code, StringComparer.Ordinal);
    }
}

/// <summary>What a due rule counts from.</summary>
public enum DueBase
{
    /// <summary>The day the information was formed or changed (形成或者变更之日).</summary>
    Formed,

    /// <summary>The last day of the item's month, quarter or year.</summary>
    PeriodEnd,

    /// <summary>A fixed day of the year after the period, for example January 31.</summary>
    FixedDay,
}

/// <summary>
/// One due rule: <c>{base} + {n} working or calendar days</c>, or a fixed month and day.
/// <see cref="Source"/> is the article or the local rule it comes from, printed in the derivation.
/// </summary>
public sealed record DueRule(DueBase Base, int Days, bool WorkingDays, int FixedMonth, int FixedDay, string Source)
{
    /// <summary>What forming the information means under this rule, for example 批准之日; null for the plain case.</summary>
    public string? StartEvent { get; init; }
}

/// <summary>A category 类.</summary>
public sealed record CatalogueCategory(string Code, string Title, IReadOnlyList<CatalogueEntry> Entries)
{
    public string EnglishTitle { get; init; } = "";
}

/// <summary>An office 站所 or village committee, from the offices file.</summary>
/// <param name="Leader">分管领导, responsible leader (S3).</param>
/// <param name="Manager">站所负责人, manager.</param>
/// <param name="Clerk">经办人, clerk.</param>
public sealed record Office(string Code, string Title, bool IsVillage, string Leader, string Manager, string Clerk, string Telephone);

/// <summary>The disclosure catalogue 公开事项目录: 16 categories and 44 entries as shipped, changed by file only (S7).</summary>
public sealed record DisclosureCatalogue(string Version, IReadOnlyList<CatalogueCategory> Categories, IReadOnlyList<Office> Offices)
{
    /// <summary>社 of all villages, from a file of their own.</summary>
    public IReadOnlyList<VillageGroup> Groups { get; init; } = [];

    public CatalogueEntry? Entry(string code) =>
        Categories.SelectMany(c => c.Entries).FirstOrDefault(e => string.Equals(e.Code, code, StringComparison.Ordinal));

    public CatalogueCategory CategoryOf(CatalogueEntry entry)
    {
        ArgumentNullException.ThrowIfNull(entry);
        return Categories.First(c => string.Equals(c.Code, entry.CategoryCode, StringComparison.Ordinal));
    }

    public Office? Office(string code) =>
        Offices.FirstOrDefault(o => string.Equals(o.Code, code, StringComparison.Ordinal));

    public VillageGroup? Group(string code) =>
        Groups.FirstOrDefault(g => string.Equals(g.Code, code, StringComparison.Ordinal));
}
