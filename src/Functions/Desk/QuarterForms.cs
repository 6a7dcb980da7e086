using Lianxin.Core.Access;
using Lianxin.Core.Calendar;
using Lianxin.Core.Catalogue;
using Lianxin.Core.Duties;
using Lianxin.Documents.Pages;

namespace Lianxin.Functions.Desk;

/// <summary>Makes the forms of the quarters' pages: for each role what the server would take from it.</summary>
public sealed class QuarterForms(DeskContext context, RefusedForm? refused)
{
    private const int MostCharacters = 2_000;

    private Actor By => context.Actor!;

    /// <summary>零报告, 豁免 and 督办 for one duty.</summary>
    /// <param name="key">Idempotency key of the nil return.</param>
    public IReadOnlyList<PlainForm> Of(DutyStanding standing, CatalogueEntry entry, string key)
    {
        ArgumentNullException.ThrowIfNull(standing);
        ArgumentNullException.ThrowIfNull(entry);
        if (standing.State is not (DutyState.Pending or DutyState.Overdue))
        {
            return [];
        }

        var duty = standing.Duty;
        var forms = new List<PlainForm>();
        if (By.Role == Role.Clerk && MayReport(By, duty) && entry.IsPeriodic && standing.Reach is DutyReach.Missing or DutyReach.Begun)
        {
            forms.Add(new PlainForm(
                "nil",
                "零报告",
                "本期确实没有可公开内容的，写明原因。零报告与其他信息一样审核和公开。",
                context.Api("api/nil-returns"),
                "提交零报告",
                [Field(DeskForm.NilReturn, "nil", "reason", "没有可公开内容的原因") with { Kind = FieldKind.Lines, Required = true, MaxLength = MostCharacters }],
                Hidden(("entry", duty.Entry), ("period", duty.Period ?? ""), ("office", duty.Office), ("duty", duty.Id), ("idempotencyKey", key))));
        }

        if (By.Role == Role.Chair)
        {
            forms.Add(new PlainForm(
                "waiver",
                "豁免",
                "免除后不再催办，也不计入按时公开率；理由记入登记簿。",
                context.Api($"api/duties/{Uri.EscapeDataString(duty.Id)}/waiver"),
                "批准豁免",
                [Field(DeskForm.Waiver, "waiver", "reason", "豁免的理由") with { Kind = FieldKind.Lines, Required = true, MaxLength = MostCharacters }],
                []));
        }

        if (By.Role == Role.Supervisor)
        {
            forms.Add(new PlainForm(
                "order",
                "督办",
                "督办要求列入责任单位经办人的任务。",
                context.Api($"api/duties/{Uri.EscapeDataString(duty.Id)}/order"),
                "发出督办",
                [
                    Field(DeskForm.Order, "order", "text", "督办要求") with { Kind = FieldKind.Lines, Required = true, MaxLength = MostCharacters },
                    Field(DeskForm.Order, "order", "dueOn", "办结期限") with { Kind = FieldKind.Date, Required = true, Pattern = Periods.DayPattern, Characters = 14 },
                ],
                []));
        }

        return forms;
    }

    /// <summary>张贴记录; null where there is no sheet that this clerk may answer for.</summary>
    /// <param name="sheets">Ids and names of those sheets.</param>
    public PlainForm? Posting(IReadOnlyList<FormOption> sheets)
    {
        ArgumentNullException.ThrowIfNull(sheets);
        return sheets.Count == 0 ? null : new PlainForm(
            "posting",
            "登记张贴",
            "一处一条。撤下时再登记一次，公示单和地点照原来的填写。",
            context.Api("api/postings"),
            "登记",
            [
                Field(DeskForm.Posting, "posting", "sheet", "公示单") with { Kind = FieldKind.Select, Options = sheets },
                Field(DeskForm.Posting, "posting", "place", "张贴地点") with { Required = true, MaxLength = PostingCommands.MostPlaceCharacters, Hint = "例如 村委会门口公示栏" },
                Field(DeskForm.Posting, "posting", "postedOn", "张贴日期") with { Kind = FieldKind.Date, Pattern = Periods.DayPattern, Characters = 14, TellsOptional = false },
                Field(DeskForm.Posting, "posting", "takenDownOn", "撤下日期") with { Kind = FieldKind.Date, Pattern = Periods.DayPattern, Characters = 14, Hint = "还挂着就不填" },
                Field(DeskForm.Posting, "posting", "photo", "照片") with { Kind = FieldKind.File, Accept = "image/jpeg,image/png", Hint = "JPEG 或 PNG，不超过 10 MB；照片中的拍摄地点等信息不保存" },
            ],
            []);
    }

    /// <summary>汇总公开 by hand.</summary>
    public PlainForm Run(Period quarter) => new(
        "run",
        "汇总公开",
        "公开已批准待公开的信息，生成公示单，固定到期的结果。与定时任务所做相同，重复进行不会改变结果。",
        context.Api($"api/quarters/{quarter}/run"),
        "现在汇总公开",
        [],
        []);

    /// <summary>演示时钟.</summary>
    public PlainForm Clock(DateTimeOffset now) => new(
        "clock",
        "演示时钟",
        $"现在是 {ChinaText.Minute(now)}。只能向前拨；其间到期的事项会照样办理。",
        context.Api("api/demo/clock"),
        "拨动时钟",
        [Field(DeskForm.Clock, "clock", "now", "拨到", ChinaText.Machine(now)[..16] + "+08:00") with { Required = true, MaxLength = 40, Characters = 26, Hint = "例如 2026-04-01T09:00+08:00" }],
        Hidden(("_method", "PUT")));

    /// <summary>Where the messages of a refused form lead to.</summary>
    public static IReadOnlyDictionary<string, string> Places(IEnumerable<PlainForm> forms)
    {
        ArgumentNullException.ThrowIfNull(forms);
        var places = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var field in forms.SelectMany(f => f.Fields))
        {
            places.TryAdd(field.Name, field.Id);
        }

        return places;
    }

    /// <summary>A clerk answers for the own office's duties.</summary>
    public static bool MayReport(Actor by, Duty duty)
    {
        ArgumentNullException.ThrowIfNull(by);
        ArgumentNullException.ThrowIfNull(duty);
        return string.Equals(by.Office, duty.Office, StringComparison.Ordinal);
    }

    private FormField Field(DeskForm form, string scope, string name, string label, string value = "")
    {
        var mine = refused?.Form == form ? refused : null;
        return new FormField(scope, name, label)
        {
            Value = mine?.Typed.GetValueOrDefault(name) is [var typed, ..] ? typed : value,
            Errors = mine?.Refusal.Errors.GetValueOrDefault(name) ?? [],
        };
    }

    private static IReadOnlyList<KeyValuePair<string, string>> Hidden(params (string Name, string Value)[] fields) =>
        [.. fields.Select(f => KeyValuePair.Create(f.Name, f.Value))];
}
