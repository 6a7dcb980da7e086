using Lianxin.Core.Reports.Records;

namespace Lianxin.Core.Reports.Yearly;

/// <summary>What kind of thing a report still lacks.</summary>
public enum OwedKind
{
    /// <summary>Records of a kind, or the statement that there were none.</summary>
    Records,

    /// <summary>Answers to cases of the 连心 register whose day was in the year.</summary>
    OverdueCases,

    /// <summary>A draft: none was built yet.</summary>
    Draft,

    /// <summary>A section without text.</summary>
    Section,

    /// <summary>An error that the checks found.</summary>
    Error,

    /// <summary>A warning that must be mended, or kept with a reason at approval.</summary>
    Warning,

    /// <summary>The approval itself.</summary>
    Approval,
}

/// <summary>Something that an office owes to a report.</summary>
/// <param name="Office">Code of the office.</param>
/// <param name="Subject">Key of the kind of records, rule of the finding, place of the section …; with office and kind it names the thing.</param>
/// <param name="What">What it is, in Chinese.</param>
/// <param name="Because">Why it is owed, in Chinese; says nothing that changes by the mere passing of days.</param>
public sealed record OwedThing(string Office, OwedKind Kind, string Subject, string What, string Because, DateOnly DueOn, bool IsOverdue);

/// <summary>How an office answered for a kind of records.</summary>
public enum AnswerState
{
    /// <summary>It recorded some.</summary>
    Recorded,

    /// <summary>It stated that there were none.</summary>
    None,

    /// <summary>It has said nothing.</summary>
    Owed,
}

/// <param name="Count">Records that began in the year.</param>
/// <param name="Stated">Who stated that there were none, and when; null unless somebody did.</param>
public sealed record KindAnswer(string Kind, string Label, string Office, AnswerState State, int Count, NilAct? Stated);

/// <summary>Overdue cases of an office.</summary>
/// <param name="Oldest">Id of the one that is overdue longest.</param>
public sealed record LateCases(string Office, int Count, string Oldest);

/// <summary>What is known about a year when somebody asks what is still owed to its report.</summary>
/// <param name="Format">The format of the draft, or the one that it will have.</param>
/// <param name="Records">Everything that the report may count, voided records among it.</param>
public sealed record YearlyMaterial(
    AnnualReport Report, ReportFormat Format, IReadOnlyList<DatedRecord> Records, IReadOnlyList<NilStatement> Statements, IReadOnlyList<LateCases> Cases);

/// <summary>Tells what every office owes to a report, from records, statements, cases and findings; nothing is ticked off by hand.</summary>
public static class Owing
{
    /// <summary>How every office that must has answered for every kind of records that the format counts.</summary>
    public static IReadOnlyList<KindAnswer> Answers(YearlyRules rules, RecordKinds kinds, YearlyMaterial material)
    {
        ArgumentNullException.ThrowIfNull(rules);
        ArgumentNullException.ThrowIfNull(kinds);
        ArgumentNullException.ThrowIfNull(material);
        var counted = material.Format.Records.Select(f => f.Kind).OfType<string>().ToHashSet(StringComparer.Ordinal);
        return
        [
            .. from kind in kinds.Kinds
               where counted.Contains(kind.Key)
               from office in rules.OfficesOf(kind.Key)
               select Answer(kind, office, material),
        ];
    }

    /// <summary>What is owed on a day; nothing before the year is over, and nothing once an edition is out.</summary>
    public static IReadOnlyList<OwedThing> Of(YearlyRules rules, RecordKinds kinds, YearlyMaterial material, YearlyDates dates, DateOnly today)
    {
        ArgumentNullException.ThrowIfNull(rules);
        ArgumentNullException.ThrowIfNull(material);
        ArgumentNullException.ThrowIfNull(dates);
        var report = material.Report;
        if (today.Year <= report.Year || report.Editions.Count > 0)
            return [];

        OwedThing Thing(string office, OwedKind kind, string subject, string what, string because, DateOnly dueOn) =>
            new(office, kind, subject, what, because, dueOn, today > dueOn);

        return
        [
            .. Answers(rules, kinds, material).Where(a => a.State == AnswerState.Owed).Select(a => Thing(
                a.Office, OwedKind.Records, a.Kind, a.Label, $"{report.Year}年既没有登记{a.Label}，也没有说明本年没有", dates.OfficesBy)),
            .. material.Cases.Select(c => Thing(
                c.Office, OwedKind.OverdueCases, c.Oldest, "逾期未答复的“连心”事项", $"{c.Count}件“连心”事项在{report.Year}年内到期，尚未答复", dates.OfficesBy)),
            .. Findings(rules.Compiles, report.Draft, dates, Thing),
            Thing(rules.Compiles, OwedKind.Approval, "approval", "报组长批准并公布", $"{report.Year}年年度报告尚未批准公布", dates.DueOn),
        ];
    }

    /// <summary>Where the report stands on a day.</summary>
    public static ReportTiming TimingOf(AnnualReport report, YearlyDates dates, DateOnly today)
    {
        ArgumentNullException.ThrowIfNull(report);
        ArgumentNullException.ThrowIfNull(dates);
        return report.Editions is [var first, ..]
            ? Calendar.ChinaTime.DateOf(first.ApprovedAt) <= dates.DueOn ? ReportTiming.Met : ReportTiming.Late
            : today.Year <= report.Year ? ReportTiming.NotYet
            : today <= dates.DueOn ? ReportTiming.Open : ReportTiming.Overdue;
    }

    private static KindAnswer Answer(RecordKind kind, string office, YearlyMaterial material)
    {
        var year = material.Report.Year;
        var own = material.Records.Where(r => r.On.Year == year && r.Kind == kind.Key && r.Office == office).ToList();
        var count = own.Count(r => !r.IsVoid);
        var stated = count > 0 ? null : material.Statements.FirstOrDefault(s => s.Kind == kind.Key && s.Office == office)?.Standing(own);
        return new KindAnswer(kind.Key, kind.Label, office, count > 0 ? AnswerState.Recorded : stated is not null ? AnswerState.None : AnswerState.Owed, count, stated);
    }

    private static IEnumerable<OwedThing> Findings(
        string office, ReportDraft? draft, YearlyDates dates, Func<string, OwedKind, string, string, string, DateOnly, OwedThing> thing)
    {
        if (draft is null)
            return [thing(office, OwedKind.Draft, "draft", "报告草稿", "还没有生成报告草稿", dates.OfficesBy)];
        return draft.Findings.Where(f => f.Severity != FindingSeverity.Note && f.Rule != ReportRules.YearNotOver).Select(f => f switch
        {
            { Rule: ReportRules.SectionMissing } => thing(office, OwedKind.Section, f.Where, $"报告文字“{f.Where}”", f.Message.TrimEnd('。'), dates.OfficesBy),
            { Severity: FindingSeverity.Error } => thing(office, OwedKind.Error, $"{f.Rule}/{f.Where}", $"核对发现的错误（{f.Where}）", f.Message.TrimEnd('。'), dates.OfficesBy),
            _ => thing(office, OwedKind.Warning, $"{f.Rule}/{f.Where}", $"核对发现的警告（{f.Where}）", $"{f.Message.TrimEnd('。')}；不改的，批准时要说明理由", dates.DueOn),
        });
    }
}
